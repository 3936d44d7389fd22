package rapport.conversation.story;

import java.util.List;
import java.util.stream.Collectors;
import rapport.conversation.flow.yaml.FlowProblem;

/** A story cannot be told; the message lists all mistakes found in its file. */
final class InvalidStoryException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient List<FlowProblem> problems;

  InvalidStoryException(List<FlowProblem> problems) {
    super(
        problems.stream()
            .map(problem -> "\n  " + problem)
            .collect(Collectors.joining("", "the story cannot be read:", "")));
    this.problems = List.copyOf(problems);
  }

  /** The mistakes by line. */
  List<FlowProblem> problems() {
    return problems;
  }
}
