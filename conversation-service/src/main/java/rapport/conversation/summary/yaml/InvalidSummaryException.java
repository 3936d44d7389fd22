package rapport.conversation.summary.yaml;

import java.util.List;

/** The files summaries are written with cannot be used; the message lists all mistakes found. */
public final class InvalidSummaryException extends RuntimeException {

  private final transient List<String> problems;

  InvalidSummaryException(List<String> problems) {
    super("summaries cannot be written:\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** The mistakes, each beginning with the file it is in. */
  public List<String> problems() {
    return problems;
  }
}
