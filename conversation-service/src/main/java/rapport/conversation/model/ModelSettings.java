package rapport.conversation.model;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Which model is asked, and what it may cost. Set as {@code RAPPORT_LLM_*}.
 *
 * @param baseUrl where the API begins, such as {@code https://llm.example/v1}
 * @param model the model's name there
 * @param key sent as bearer token, unless empty
 * @param within how long models may take in one turn, from 100 ms to 30 s
 * @param atOnce most requests under way, from 1
 * @param pause how long a model that fails is left alone
 * @param prices what tokens cost
 * @param summaries whether it tells summaries as well
 * @param allowed what may be in a private network, as {@code EgressRules} reads it
 */
public record ModelSettings(
    URI baseUrl,
    String model,
    Secret key,
    Duration within,
    int atOnce,
    Duration pause,
    Prices prices,
    boolean summaries,
    List<String> allowed) {

  public ModelSettings {
    allowed = List.copyOf(allowed);
  }

  /**
   * What a million tokens cost, in whatever currency; 0 when nobody said.
   *
   * @param prompt what is sent
   * @param completion what comes back
   */
  public record Prices(BigDecimal prompt, BigDecimal completion) {
    public static final Prices UNKNOWN = new Prices(BigDecimal.ZERO, BigDecimal.ZERO);
  }

  /** A text that shows itself to nobody by accident. */
  public record Secret(String text) {
    public static final Secret NONE = new Secret("");

    boolean isEmpty() {
      return text.isEmpty();
    }

    @Override
    public String toString() {
      return isEmpty() ? "none" : "***";
    }
  }
}
