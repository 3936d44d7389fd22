package rapport.conversation.flow.yaml;

import java.util.Comparator;

/**
 * A mistake in a file of the flows folder.
 *
 * @param file the file's name
 * @param line from 1; 0 when the mistake is in no particular line
 * @param what what is wrong
 * @param fix what to do about it
 */
public record FlowProblem(String file, int line, String what, String fix)
    implements Comparable<FlowProblem> {

  private static final Comparator<FlowProblem> BY_PLACE =
      Comparator.comparing(FlowProblem::file)
          .thenComparingInt(FlowProblem::line)
          .thenComparing(FlowProblem::what)
          .thenComparing(FlowProblem::fix);

  @Override
  public int compareTo(FlowProblem other) {
    return BY_PLACE.compare(this, other);
  }

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + what + "; " + fix;
  }
}
