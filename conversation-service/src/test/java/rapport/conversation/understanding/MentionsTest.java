package rapport.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.FieldValue;
import rapport.contracts.FieldValue.Tags;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.yaml.FlowCatalog;

class MentionsTest {

  private static final FlowCatalog CATALOG = FlowCatalog.fromClasspath();
  private static final String STACK = "tech_stack";

  private final List<Act> nothing = List.of(new Act.NotUnderstood("hm"));

  @Test
  void what_is_mentioned_joins_what_is_known() {
    assertThat(stack(Mentions.with(nothing, saying("And Kafka behind it.", "Java"))))
        .containsExactly("Java", "Kafka");
  }

  @Test
  void a_name_that_begins_like_one_known_is_another_one() {
    assertThat(stack(Mentions.with(nothing, saying("And JavaScript in front.", "Java"))))
        .containsExactly("Java", "JavaScript");
  }

  @Test
  void what_is_mentioned_again_is_known_already() {
    assertThat(stack(Mentions.with(nothing, saying("java, as I said", "Java"))))
        .containsExactly("Java");
  }

  @Test
  void words_around_what_is_mentioned_are_no_tag_of_their_own() {
    var wrapped = new Act.Fill(STACK, new Tags(List.of("our old Java servers")), "", 0.8);

    assertThat(stack(Mentions.with(List.of(wrapped), saying("our old Java servers"))))
        .containsExactly("Java");
  }

  @Test
  void parts_of_what_is_mentioned_are_no_tags_of_their_own() {
    var parts = new Act.Fill(STACK, new Tags(List.of("Node", "js")), "Node.js", 0.8);

    assertThat(stack(Mentions.with(List.of(parts), saying("React, Node.js"))))
        .containsExactly("React", "Node.js");
  }

  @Test
  void a_correction_stands() {
    var correction = new Act.Correct(STACK, new Tags(List.of("Python")), "Python", 0.9);

    assertThat(Mentions.with(List.of(correction), saying("no, Python instead of Java", "Java")))
        .containsExactly(correction);
  }

  @Test
  void a_doubt_about_something_else_stays() {
    var doubt =
        new Act.Unsure(List.of(new Act.Fill("team_size", FieldValue.of(40), "40", 0.5)), "40");

    assertThat(Mentions.with(List.of(doubt), saying("40, on Kafka"))).contains(doubt);
  }

  private static Utterance saying(String text, String... known) {
    var flow = CATALOG.latest("lead-to-sales");
    var values =
        known.length == 0
            ? Map.<String, FieldValue>of()
            : Map.<String, FieldValue>of(STACK, new Tags(List.of(known)));
    var fields = flow.field(STACK).stream().toList();
    return new Utterance(
        text,
        List.of(),
        fields,
        values,
        Map.of(),
        List.of(),
        List.of(),
        CATALOG.texts("lead-to-sales", "en"));
  }

  private static List<String> stack(List<Act> acts) {
    return acts.stream()
        .<List<String>>mapMulti((act, stacks) -> {
          if (act instanceof Act.Fill(var path, Tags(var tags), _, _) && path.equals(STACK)) {
            stacks.accept(tags);
          }
        })
        .findFirst()
        .orElseThrow();
  }
}
