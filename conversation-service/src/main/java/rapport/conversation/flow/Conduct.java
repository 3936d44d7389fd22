package rapport.conversation.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an open conversation is conducted, as opposed to an interview from the first question to the
 * last.
 *
 * @param modes who conducts it and to what end, such as lead, sales, human
 * @param signals what others find out about the person while they talk: name to who does
 * @param openEnded whether it goes on as long as somebody writes
 * @param remarks what is said of the flow's own accord when a guard begins to hold
 * @param nextSteps what a person may do next, while a guard holds
 * @param shown what a reply shows of what is known: name to path
 */
public record Conduct(
    @Nullable Modes modes,
    Map<String, String> signals,
    boolean openEnded,
    List<Remark> remarks,
    List<Remark> nextSteps,
    Map<String, String> shown) {

  /** The path under which guards look at the mode. */
  public static final String MODE = "mode";

  /** What begins the paths under which guards look at what was noticed. */
  public static final String NOTICED = "signals.";

  /** An interview: one mode, no signals, an end. */
  public static final Conduct INTERVIEW =
      new Conduct(null, Map.of(), false, List.of(), List.of(), Map.of());

  /**
   * @param initial the mode a conversation begins in
   * @param handoff the mode in which a colleague answers, or null when none does
   */
  public record Modes(String initial, List<String> states, @Nullable String handoff) {
    public Modes {
      states = List.copyOf(states);
    }
  }

  /** Words of the flow, by their id in its texts, for when a guard holds. */
  public record Remark(String id, Condition when) {}

  public Conduct {
    signals = Map.copyOf(signals);
    remarks = List.copyOf(remarks);
    nextSteps = List.copyOf(nextSteps);
    shown = Collections.unmodifiableMap(new LinkedHashMap<>(shown));
  }

  /** Whether what others find out about a message has a say in the answer to it. */
  public boolean assessed() {
    return !signals.isEmpty();
  }

  /** The mode in which a colleague answers and the bot is silent, or null. */
  public @Nullable String handoff() {
    return modes == null ? null : modes.handoff();
  }

  /** Whether a colleague answers in this mode. */
  public boolean isHuman(@Nullable String mode) {
    return mode != null && mode.equals(handoff());
  }
}
