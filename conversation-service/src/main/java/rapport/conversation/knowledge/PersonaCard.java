package rapport.conversation.knowledge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to talk to one persona.
 *
 * @param questions in the order in which they tell most
 * @param buttons what to offer with a tap
 * @param topics approved answers
 */
public record PersonaCard(
    String id, String name, List<Question> questions, List<Button> buttons, List<Topic> topics) {

  /**
   * @param path the flow's field it asks for
   * @param text the question in words made for this persona
   */
  public record Question(String path, String text) {}

  /**
   * @param topic of the answer to give; null when the label is an answer itself
   */
  public record Button(String label, @Nullable String topic) {}

  /**
   * An approved answer.
   *
   * @param question how it is asked
   * @param source where the answer is taken from, such as a page's address; null when unknown
   */
  public record Topic(String topic, String question, String answer, @Nullable String source) {}

  public PersonaCard {
    questions = List.copyOf(questions);
    buttons = List.copyOf(buttons);
    topics = List.copyOf(topics);
  }

  /** The fields it asks for, in order. */
  public List<String> order() {
    return questions.stream().map(Question::path).distinct().toList();
  }

  /** The words in which it asks for a field, if it has any. */
  public Optional<String> asks(String path) {
    return questions.stream()
        .filter(question -> question.path().equals(path))
        .map(Question::text)
        .findFirst();
  }

  /** The approved answer behind a button of this label. */
  public Optional<Topic> behind(String label) {
    return buttons.stream()
        .filter(button -> button.label().equalsIgnoreCase(label.strip()))
        .flatMap(button -> topics.stream().filter(topic -> topic.topic().equals(button.topic())))
        .findFirst();
  }
}
