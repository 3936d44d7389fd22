package rapport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lead as it stands, published on the compacted topic {@code rapport.lead.state}, keyed by
 * workspace and lead: one person who may become a customer of one site. Its envelope carries the
 * revision of the {@link LeadChange} it goes with. Add optional fields only.
 *
 * @param email the address the person gave; in lower case
 * @param site the site they gave it on; {@link PersonaState#STARTER} where a workspace has none
 * @param open whether it is neither won, lost nor withdrawn; of one person and site there is one
 *     open lead at most
 * @param owner the user who sees to it
 * @param conversations those it is made of, the first one first
 * @param lastActivityAt when the person last said something
 * @param icpMatch how well it fits the ideal customer, from 0 to 1, judged by what is known alone;
 *     none while nothing is known
 */
public record LeadState(
    String email,
    String site,
    Status status,
    boolean open,
    @Nullable String owner,
    List<String> conversations,
    Instant openedAt,
    Instant lastActivityAt,
    @Nullable Instant closedAt,
    Score score,
    @Nullable Persona persona,
    @Nullable Double icpMatch,
    List<Fact> facts,
    List<Signal> signals,
    Map<String, Slot> bant,
    List<Competitor> competitors,
    @Nullable String nextBestAction) {

  /** The topic and the wire name. */
  public static final EventCatalog<LeadState> CATALOG =
      new EventCatalog<>(
          "rapport.lead.state",
          "/rapport/lead-intelligence-service",
          Map.of("rapport.lead.state-recorded.v1", LeadState.class));

  /** How far it is. */
  public enum Status {
    NEW,
    WORKING,
    QUALIFIED,
    WON,
    LOST,
    /** The person took the address back. */
    WITHDRAWN;

    /** Whether somebody may still become a customer by it. */
    public boolean isOpen() {
      return this == NEW || this == WORKING || this == QUALIFIED;
    }

    /** The name on the wire, in lower case. */
    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How promising it is.
   *
   * @param points {@code fit} and {@code intent} and a constant; 20 points more double the odds
   * @param fit how well they suit, in points
   * @param intent how much they want it, in points, as of {@code at}; fades with silence
   * @param grade {@code A} to {@code D} for fit and {@code 1} to {@code 4} for intent, such as
   *     {@code B2}
   * @param conversionProbability of becoming a customer within 90 days, from 0 to 1
   * @param model the scorecard's version, such as {@code rules-1}
   */
  public record Score(
      double points,
      double fit,
      double intent,
      String grade,
      double conversionProbability,
      String model,
      Instant at) {}

  /** Whom the person is taken for, and how surely, from 0 to 1. */
  public record Persona(String id, String name, double confidence) {}

  /**
   * Something the person said about themselves.
   *
   * @param path such as {@code company.size}
   * @param quote their words, when it was understood from them
   * @param confidence from 0 to 1
   */
  public record Fact(
      String path,
      FieldValue value,
      @Nullable String quote,
      double confidence,
      String conversation,
      Instant at) {}

  /**
   * What a seller would prick up their ears at, each type once.
   *
   * @param type such as {@code pricing}
   * @param strength from 0 to 1, as of the score's time; halves in 14 days of silence
   * @param quote the words it was said in last
   */
  public record Signal(
      String type, double strength, String quote, Instant firstAt, Instant lastAt) {}

  /**
   * One of {@code budget}, {@code authority}, {@code need} and {@code timeline}.
   *
   * @param value none while it is not known
   */
  public record Slot(@Nullable FieldValue value, @Nullable String quote) {}

  /**
   * Another supplier.
   *
   * @param stance {@code leaving}, {@code using}, {@code comparing} or {@code mentioned}
   * @param saidBy {@code visitor}; there may be more
   */
  public record Competitor(String name, String stance, String saidBy, String quote, Instant at) {}

  public LeadState {
    conversations = List.copyOf(conversations);
    facts = List.copyOf(facts);
    signals = List.copyOf(signals);
    bant = Map.copyOf(bant);
    competitors = List.copyOf(competitors);
  }
}
