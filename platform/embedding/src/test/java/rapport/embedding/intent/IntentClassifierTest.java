package rapport.embedding.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.embedding.Embedder;

class IntentClassifierTest {

  private static final Embedder WORDS = new BagOfWords();
  private static final List<Example> EXAMPLES =
      List.of(
          new Example("where is my card", "card"),
          new Example("my card has not come", "card"),
          new Example("the card is lost", "card"),
          new Example("I want a loan for a house", "loan"),
          new Example("how much is a loan", "loan"),
          new Example("can I get a loan", "loan"));

  private final IntentClassifier classifier = IntentClassifier.train(WORDS, EXAMPLES);

  @Test
  void tells_the_label_of_a_text_it_has_not_seen() {
    assertThat(classifier.classify("I lost my card").best().label()).isEqualTo("card");
    assertThat(classifier.classify("I need a loan").best().label()).isEqualTo("loan");
  }

  @Test
  void ranks_every_label_with_confidences_that_make_a_whole() {
    var ranked = classifier.classify("card or loan").ranked();
    assertThat(ranked).extracting(Ranked::label).containsExactlyInAnyOrder("card", "loan");
    assertThat(ranked.stream().mapToDouble(Ranked::confidence).sum()).isCloseTo(1, within(1e-9));
    assertThat(ranked.getFirst().confidence())
        .isGreaterThanOrEqualTo(ranked.getLast().confidence());
  }

  @Test
  void finds_a_stranger_less_familiar() {
    assertThat(classifier.classify("play some jazz tonight").inScope())
        .isLessThan(classifier.classify("is my card lost").inScope());
  }

  @Test
  void has_an_answer_for_every_text() {
    for (var text : List.of("", " ", "\uD800", "?!", "x".repeat(10_000))) {
      assertThat(classifier.classify(text).ranked()).hasSize(2);
      assertThat(classifier.classify(text).inScope()).isBetween(0d, 1d);
    }
  }

  @Test
  void says_the_same_whatever_the_order_of_its_examples() {
    var other = new ArrayList<>(EXAMPLES);
    Collections.reverse(other);
    var reversed = IntentClassifier.train(WORDS, other).classify("my house is lost");
    var straight = classifier.classify("my house is lost");
    assertThat(reversed.best().label()).isEqualTo(straight.best().label());
    assertThat(reversed.inScope()).isCloseTo(straight.inScope(), within(1e-9));
  }

  @Test
  void learns_from_one_example_of_each_and_from_the_same_one_twice() {
    var few = List.of(EXAMPLES.getFirst(), EXAMPLES.getLast(), EXAMPLES.getLast());
    assertThat(IntentClassifier.train(WORDS, few).classify("my card").best().label())
        .isEqualTo("card");
    var one = IntentClassifier.train(WORDS, List.of(EXAMPLES.getFirst()));
    assertThat(one.classify("my card").best()).isEqualTo(new Ranked("card", 1));
  }

  @Test
  void refuses_to_learn_from_nothing_or_from_too_much() {
    assertThatThrownBy(() -> IntentClassifier.train(WORDS, List.of()))
        .hasMessageContaining("not 0");
    var many = Collections.nCopies(IntentClassifier.MOST_EXAMPLES + 1, EXAMPLES.getFirst());
    assertThatThrownBy(() -> IntentClassifier.train(WORDS, many)).hasMessageContaining("not 4001");
  }
}
