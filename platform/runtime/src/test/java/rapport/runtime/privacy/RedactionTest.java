package rapport.runtime.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class RedactionTest {

  private final Redaction both =
      Objects.requireNonNull(
          Redaction.of(
              List.of(
                  somebody("otto@deep.example", "Otto Falk", "+49 30 1234567"),
                  somebody("nora@deep.example", "Nora Falk", "+49 30 123456"))));

  private static Subject somebody(String email, String name, String phone) {
    var none = List.<String>of();
    var first = name.substring(0, name.indexOf(' '));
    return new Subject(
        none, none, none, none, none, none, List.of(email), List.of(name, first), List.of(phone));
  }

  @Test
  void takes_addresses_numbers_and_full_names_out_of_texts_however_deep() {
    var task =
        new Document("_id", "w/nora@deep.example")
            .append("title", "Write to NORA@deep.example")
            .append("steps", List.of(new Document("text", "Call Nora Falk at +49 30 123456.")));
    assertThat(both.of(task))
        .isEqualTo(
            new Document("_id", "w/nora@deep.example")
                .append("title", "Write to [erased]")
                .append("steps", List.of(new Document("text", "Call [erased] at [erased]."))));
  }

  @Test
  void leaves_what_only_looks_alike() {
    var others =
        new Document("a", "eleonora@deep.example and nora@deep.examples")
            .append("b", "Nora is here")
            .append("c", null)
            .append("d", 7);
    assertThat(both.of(others)).isEqualTo(others);
  }

  @Test
  void says_who_of_several_is_mentioned() {
    assertThat(both.mentioned(new Document("a", "Otto Falk"))).containsExactly(0);
    assertThat(both.mentioned(new Document("a", List.of("NORA FALK, otto@deep.example"))))
        .containsExactly(0, 1);
    assertThat(both.mentioned(new Document("a", "call +49 30 1234567"))).containsExactly(0);
    assertThat(both.mentioned(new Document("a", "Nora"))).isEmpty();
  }

  @Test
  void there_is_none_for_somebody_who_is_known_by_ids_alone() {
    assertThat(Redaction.of(List.of(Subject.ofConversations(List.of("c-1"))))).isNull();
  }
}
