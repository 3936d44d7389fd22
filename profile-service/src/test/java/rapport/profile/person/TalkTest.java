package rapport.profile.person;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.person.VisitorStory.address;
import static rapport.profile.person.VisitorStory.assessed;
import static rapport.profile.person.VisitorStory.comes;
import static rapport.profile.person.VisitorStory.fact;
import static rapport.profile.person.VisitorStory.opinion;
import static rapport.profile.person.VisitorStory.says;
import static rapport.profile.person.VisitorStory.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.FieldReset;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.QuestionLeftOpen;
import rapport.contracts.ConversationEvent.TurnUndone;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent.Intent;
import rapport.contracts.LeadEvent.VisitorAssessed;
import rapport.contracts.Origin;
import rapport.contracts.PersonState.Leaf;

class TalkTest {

  @Test
  void what_a_visitor_says_has_their_words() {
    var leaf = leaf(seen(talk("c1", List.of(comes("v_1"), says("team_size", 10)))), "company.size");
    assertThat(leaf.value().json()).isEqualTo("10");
    assertThat(leaf.source().quote()).isEqualTo("words about team_size");
    assertThat(leaf.source().recordId()).isEqualTo("c1");
    assertThat(leaf.by()).isEqualTo("visitor");
  }

  @Test
  void a_message_taken_back_counts_no_more() {
    var events = new ArrayList<ConversationEvent>(List.of(comes("v_1")));
    events.add(new MessageReceived("m1", "ten of us"));
    events.add(says("team_size", 10));
    events.add(new TurnUndone("m1"));
    events.add(new FieldReset("team_size", null, null));
    var seen = seen(talk("c1", events));
    assertThat(seen).doesNotContainKey("company.size");
    assertThat(leaf(seen, "engagement.messages").value().json()).isEqualTo(0L);
  }

  @Test
  void the_address_that_stands_is_the_one_that_counts() {
    var given = new ArrayList<ConversationEvent>(List.of(comes("v_1")));
    given.addAll(address("Nora@Deep.example"));
    assertThat(talk("c1", given).address()).contains("nora@deep.example");
    given.add(new FieldReset("email", null, null));
    assertThat(talk("c1", given).address()).isEmpty();
  }

  @Test
  void what_nobody_could_answer_is_kept() {
    var seen = seen(talk("c1", List.of(comes("v_1"), new QuestionLeftOpen("Is there an API?"))));
    assertThat(leaf(seen, "engagement.openQuestions").value().json())
        .isEqualTo(List.of("Is there an API?"));
  }

  @Test
  void whoever_decides_with_others_decides() {
    for (var said : Map.of("alone", true, "with_others", true, "somebody_else", false).entrySet()) {
      var talk = talk("c1", List.of(comes("v_1"), says("decision_maker", said.getKey())));
      assertThat(leaf(seen(talk), "behavior.decisionMaker").value().json())
          .isEqualTo(said.getValue());
    }
  }

  @Test
  void a_security_need_the_flow_concluded_is_no_statement() {
    var concluded =
        new ConversationEvent.FieldCaptured(
            "security_needs",
            FieldValue.of(List.of("security")),
            new ConversationEvent.Provenance(Origin.GENERATED, null, null, 1));
    assertThat(talk("c1", List.of(comes("v_1"), concluded)).claims())
        .filteredOn(claim -> claim.path().equals("requirements.securityNeeds"))
        .extracting(Claim::standing)
        .containsExactly(Standing.INFERRED);
  }

  @Test
  void of_facts_told_twice_the_later_counts_and_tags_gather() {
    var opinion =
        opinion(
            "c1",
            List.of(
                assessed(
                    "m1",
                    0.2,
                    fact("company.size", "9"),
                    fact("company.techStack", List.of("React"))),
                assessed(
                    "m2",
                    0.5,
                    fact("company.size", "12"),
                    fact("company.techStack", List.of("Node.js")))));
    var seen = Leaves.of(opinion.claims());
    assertThat(leaf(seen, "company.size").value().json()).isEqualTo("12");
    assertThat(leaf(seen, "company.techStack").value().json())
        .isEqualTo(List.of("React", "Node.js"));
    assertThat(leaf(seen, "intelligence.buyingReadiness").value().json()).isEqualTo("medium");
    assertThat(leaf(seen, "behavior.technicalLevel").value().json()).isEqualTo("high");
  }

  @Test
  void what_is_thought_of_a_message_taken_back_is_forgotten() {
    var nothing =
        new VisitorAssessed(
            "m1",
            3,
            null,
            List.of(),
            List.of(),
            new Intent(0.1, List.of()),
            List.of(),
            List.of(),
            List.of());
    var opinion = opinion("c1", List.of(assessed("m1", 0.9, fact("company.size", "9")), nothing));
    assertThat(Leaves.of(opinion.claims()))
        .doesNotContainKeys(
            "company.size", "intelligence.personaMatch", "intelligence.buyingSignals");
  }

  @Test
  void what_is_stated_stands_above_what_is_inferred_however_sure() {
    var talk = talk("c1", List.of(comes("v_1"), says("industry", "games")));
    var opinion = opinion("c1", List.of(assessed("m1", 0.5, fact("company.industry", "software"))));
    var claims = new ArrayList<>(opinion.claims());
    claims.addAll(talk.claims());
    assertThat(leaf(Leaves.of(claims), "company.industry").value().json()).isEqualTo("games");
  }

  private static Map<String, Leaf> seen(Talk talk) {
    return Leaves.of(talk.claims());
  }

  private static Leaf leaf(Map<String, Leaf> leaves, String path) {
    assertThat(leaves).containsKey(path);
    return Objects.requireNonNull(leaves.get(path));
  }
}
