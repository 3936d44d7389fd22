package rapport.conversation.flow;

import java.util.List;
import java.util.Map;

/**
 * When {@code when} begins to hold, the effects happen, in order.
 *
 * @param when the guard
 * @param effects what follows
 */
public record Rule(Condition when, List<Effect> effects) {
  public Rule {
    effects = List.copyOf(effects);
  }

  /** What a rule can do. */
  public sealed interface Effect {}

  /** Empties a field that still holds what the context prefilled. */
  public record ClearPrefilled(String path) implements Effect {}

  /**
   * Fills fields from the context entry that a choice picked; templates name its keys in braces,
   * such as <code>{name}, {job_title}</code>. A template with a missing key fills nothing.
   */
  public record FillFromChoice(String control, Map<String, String> templates) implements Effect {
    public FillFromChoice {
      templates = Map.copyOf(templates);
    }
  }

  /** Asks a control again. */
  public record Reopen(String control) implements Effect {}

  /** Has the summary drafted, with the focus a control holds. */
  public record RequestSummary(String focusControl) implements Effect {}

  /** Goes on in another mode. */
  public record SwitchMode(String mode) implements Effect {}

  /** Wants a colleague to look at the conversation; the bot goes on until one comes. */
  public record CallColleague(String reason) implements Effect {}

  /** Fills a field that nobody has filled with what follows from something else. */
  public record Infer(String path, String value) implements Effect {}

  /** Starts the next conversation of the same flow with the same context. */
  public record StartNext() implements Effect {}

  /**
   * Makes rows with these titles: rows that hold nothing give way, and titles that are there
   * already stay.
   */
  public record SeedRows(String group, List<String> titles) implements Effect {
    public SeedRows {
      titles = List.copyOf(titles);
    }
  }

  /** Gives a group as many rows as its count control says; rows that hold something stay. */
  public record CountRows(String group) implements Effect {}
}
