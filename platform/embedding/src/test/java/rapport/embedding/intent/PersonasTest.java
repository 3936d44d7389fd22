package rapport.embedding.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.embedding.BgeSmall;

/** With the real model, and so only what is far from a tie. */
class PersonasTest {

  private static final BgeSmall MODEL = BgeSmall.load();
  private static final IntentClassifier PERSONAS =
      IntentClassifier.train(
          MODEL,
          List.of(
              new Example("How does this fit into our yearly budget?", "finance"),
              new Example("I need to see the return on investment", "finance"),
              new Example("What are the payment terms and the total cost?", "finance"),
              new Example("Is there a discount if we pay up front?", "finance"),
              new Example("Do you have a REST API and webhooks?", "engineer"),
              new Example("Which authentication protocols are supported?", "engineer"),
              new Example("Can we run it on our own Kubernetes cluster?", "engineer"),
              new Example("How do I migrate the database?", "engineer"),
              new Example("We want more leads from our campaigns", "marketing"),
              new Example("Can I segment the newsletter by interest?", "marketing"),
              new Example("Which channels convert best for brands like ours?", "marketing"),
              new Example("I plan the launch of our new product line", "marketing")));

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what would we have to spend per year | finance",
        "our developers ask about single sign-on and the SDK | engineer",
        "how do I reach more people with my ads | marketing",
      })
  void tells_who_is_asking(String text, String persona) {
    assertThat(PERSONAS.classify(text).best().label()).isEqualTo(persona);
  }

  @Test
  void notices_who_wants_something_else() {
    assertThat(PERSONAS.classify("what is the capital of France").inScope())
        .isLessThan(PERSONAS.classify("can we get an invoice and pay it quarterly").inScope());
  }
}
