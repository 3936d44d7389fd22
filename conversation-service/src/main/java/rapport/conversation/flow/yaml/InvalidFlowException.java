package rapport.conversation.flow.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** The flows cannot be used; the message lists all mistakes found. */
public final class InvalidFlowException extends RuntimeException {

  private final transient List<FlowProblem> problems;

  InvalidFlowException(List<FlowProblem> problems) {
    super(
        problems.stream()
            .map(problem -> "\n  " + problem)
            .collect(Collectors.joining("", "flows cannot be loaded:", "")));
    this.problems = List.copyOf(problems);
  }

  /** The mistakes by file and line. */
  public List<FlowProblem> problems() {
    return problems;
  }
}
