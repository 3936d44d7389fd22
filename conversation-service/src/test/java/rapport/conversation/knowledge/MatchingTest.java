package rapport.conversation.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.conversation.knowledge.PersonaCard.Topic;

class MatchingTest {

  private static final List<Topic> TOPICS =
      List.of(
          topic("pricing", "What does it cost?"),
          topic("security", "How is our data protected?"),
          topic("export", "Can we export invoices to our tax software?"));

  @ParameterizedTest
  @CsvSource({
    "What about pricing?, pricing",
    "how much does it cost, pricing",
    "Is our data protected?, security",
    "could you export all invoices, export"
  })
  void finds_the_answer_to_what_is_asked(String question, String topic) {
    assertThat(Matching.find(question, TOPICS)).map(Topic::topic).contains(topic);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "and you?",
        "Do you have an office in Lisbon?",
        "Does the export of goods to Norway need a customs form with you?"
      })
  void finds_none_rather_than_a_wrong_one(String question) {
    assertThat(Matching.find(question, TOPICS)).isEmpty();
  }

  @Test
  void of_two_that_fit_alike_the_first_is_taken() {
    var topics = List.of(topic("a", "opening hours"), topic("b", "opening hours"));
    assertThat(Matching.find("opening hours?", topics)).contains(topics.getFirst());
  }

  @Test
  void accents_and_case_make_no_difference() {
    var topics = List.of(topic("envío", "¿Cuándo llega el envío?"));
    assertThat(Matching.find("ENVIO", topics)).contains(topics.getFirst());
  }

  private static Topic topic(String name, String question) {
    return new Topic(name, question, "An answer.", null);
  }
}
