package rapport.lead.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a lead is judged by, and the few values each of it can have. Nothing here is of afterwards.
 */
public enum Feature {
  ICP(Side.FIT, "unknown", "poor", "some", "good", "ideal"),
  SIZE(Side.FIT, "unknown", "one", "small", "medium", "large"),
  INDUSTRY(Side.FIT, "unknown", "known"),
  AUTHORITY(Side.FIT, "unknown", "no", "yes"),
  ADDRESS(Side.FIT, "private", "business"),
  PERSONA(Side.FIT, "unknown", "known"),
  BUDGET(Side.FIT, "unknown", "stated"),
  NEED(Side.FIT, "unknown", "stated"),
  STACK(Side.FIT, "unknown", "known"),
  READINESS(Side.INTENT, "none", "low", "some", "high", "sure"),
  PRICING(Side.INTENT, "none", "weak", "strong"),
  TIMELINE(Side.INTENT, "none", "weak", "strong"),
  INTEGRATION(Side.INTENT, "none", "weak", "strong"),
  SECURITY(Side.INTENT, "none", "weak", "strong"),
  COMPETITOR(Side.INTENT, "none", "weak", "strong"),
  OBJECTION(Side.INTENT, "none", "weak", "strong"),
  CHURN(Side.INTENT, "none", "weak", "strong"),
  RECENCY(Side.INTENT, "week", "fortnight", "month", "older"),
  MESSAGES(Side.INTENT, "one", "few", "many"),
  VISITS(Side.INTENT, "one", "more"),
  PERSON(Side.INTENT, "unasked", "asked");

  /** How well they suit, or how much they want it. */
  public enum Side {
    FIT,
    INTENT;

    /** In lower case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Side side;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> bins;

  Feature(Side side, String... bins) {
    this.side = side;
    this.bins = List.of(bins);
  }

  public Side side() {
    return side;
  }

  /** Its values; the first is that of somebody nothing is known of. */
  public List<String> bins() {
    return bins;
  }

  /** In lower case. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The feature of that name. */
  public static Optional<Feature> named(String wire) {
    return Arrays.stream(values()).filter(feature -> feature.wire().equals(wire)).findFirst();
  }
}
