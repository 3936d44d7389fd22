package rapport.standalone.launcher;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tells the person at the keyboard what happens: a line each time, or lines that change. */
final class Progress {

  /** What a process is doing. */
  enum State {
    WAITING("waiting"),
    STARTING("starting"),
    READY("ready"),
    STOPPED("stopped"),
    AGAIN("starts again"),
    FAILED("failed");

    private final String words;

    State(String words) {
      this.words = words;
    }
  }

  private final PrintStream out;
  private final boolean terminal;
  private final Map<String, String> lines = new LinkedHashMap<>();
  private boolean drawn;

  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** A process came into {@code state} after {@code seconds}. */
  synchronized void state(String name, State state, double seconds) {
    var line = String.format(Locale.ROOT, "  %-26s %-13s %6.1f s", name, state.words, seconds);
    if (!terminal) {
      if (state != State.WAITING) {
        out.println(line);
      }
      return;
    }
    var known = lines.put(name, line) != null;
    if (drawn && known) {
      out.print("\u001b[" + lines.size() + "A");
    } else if (drawn) {
      out.print("\u001b[" + (lines.size() - 1) + "A");
    }
    lines.values().forEach(each -> out.println("\u001b[2K" + each));
    drawn = true;
  }

  /** A sentence of its own; lines before it no longer change. */
  synchronized void say(String sentence) {
    lines.clear();
    drawn = false;
    out.println(sentence);
  }
}
