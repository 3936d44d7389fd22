package rapport.conversation.dialogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.ClarificationAsked;

/**
 * What has been asked so far. The place in the conversation is not here: {@link Agenda} computes
 * it.
 *
 * @param asked the pending question's fields
 * @param attempts how often each field was the first of a question
 * @param history earlier questions, the latest last
 * @param revisit fields the person wants to see again
 * @param phase the phase announced last
 * @param completed phases announced as completed
 * @param unclear what the last message may have meant, while the person is asked which
 */
public record Interview(
    List<String> asked,
    Map<String, Integer> attempts,
    List<List<String>> history,
    List<String> revisit,
    @Nullable String phase,
    Set<String> completed,
    @Nullable ClarificationAsked unclear) {

  private static final int REMEMBERED_QUESTIONS = 20;

  static final Interview NOT_BEGUN =
      new Interview(List.of(), Map.of(), List.of(), List.of(), null, Set.of(), null);

  public Interview {
    asked = List.copyOf(asked);
    attempts = Map.copyOf(attempts);
    history = List.copyOf(history);
    revisit = List.copyOf(revisit);
    completed = Set.copyOf(completed);
  }

  /** How often the first of these fields was asked first; 0 when never. */
  public int attempts(List<String> paths) {
    return paths.isEmpty() ? 0 : attempts.getOrDefault(paths.getFirst(), 0);
  }

  /** How many questions were asked, repeated ones included. */
  public int questions() {
    return attempts.values().stream().mapToInt(Integer::intValue).sum();
  }

  Interview ask(List<String> paths) {
    var counted = new HashMap<>(attempts);
    paths.stream().limit(1).forEach(path -> counted.merge(path, 1, Integer::sum));
    var questions = new ArrayList<>(history);
    if (questions.isEmpty() || !questions.getLast().equals(paths)) {
      questions.add(paths);
    }
    if (questions.size() > REMEMBERED_QUESTIONS) {
      questions.removeFirst();
    }
    return new Interview(paths, counted, questions, revisit, phase, completed, unclear);
  }

  Interview withdraw() {
    return new Interview(List.of(), attempts, history, revisit, phase, completed, unclear);
  }

  /** While the person is asked what they meant; null when that is settled. */
  Interview clarify(@Nullable ClarificationAsked question) {
    return new Interview(asked, attempts, history, revisit, phase, completed, question);
  }

  /**
   * As it was before an answer that is taken back, for the question that stood then to be asked.
   */
  Interview backTo(Interview earlier) {
    return new Interview(
        asked,
        without(earlier.attempts, earlier.asked),
        earlier.history,
        revisit,
        phase,
        completed,
        unclear);
  }

  /** For a question to be asked as if it had not been yet. */
  Interview unasked(List<String> question) {
    return new Interview(
        asked, without(attempts, question), history, revisit, phase, completed, unclear);
  }

  private static Map<String, Integer> without(Map<String, Integer> attempts, List<String> asked) {
    var counted = new HashMap<>(attempts);
    asked.stream()
        .limit(1)
        .forEach(
            path -> counted.computeIfPresent(path, (_, times) -> times > 1 ? times - 1 : null));
    return counted;
  }

  Interview revisit(List<String> paths) {
    return new Interview(asked, attempts, history, paths, phase, completed, unclear);
  }

  Interview revisited(String path) {
    return revisit.contains(path)
        ? revisit(revisit.stream().filter(other -> !other.equals(path)).toList())
        : this;
  }

  /** With other names for the fields. */
  Interview renamed(UnaryOperator<String> name) {
    var counted = new HashMap<String, Integer>();
    attempts.forEach((path, count) -> counted.put(name.apply(path), count));
    return new Interview(
        asked.stream().map(name).toList(),
        counted,
        history.stream().map(question -> question.stream().map(name).toList()).toList(),
        revisit.stream().map(name).toList(),
        phase,
        completed,
        null);
  }

  Interview enter(String newPhase) {
    return new Interview(asked, attempts, history, revisit, newPhase, completed, unclear);
  }

  Interview complete(String done, boolean isDone) {
    var phases = new LinkedHashSet<>(completed);
    if (isDone) {
      phases.add(done);
    } else {
      phases.remove(done);
    }
    return new Interview(asked, attempts, history, revisit, phase, phases, unclear);
  }
}
