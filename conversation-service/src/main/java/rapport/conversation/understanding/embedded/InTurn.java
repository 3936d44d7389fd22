package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Optional;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Message.Sentence;
import rapport.conversation.understanding.embedded.Reply.Given;

/**
 * Gives two sentences to the two questions for a story that were asked, one to each in their order:
 * "Very correct, always on time. But set in his ways". It is for sentences of which nothing shows
 * where they belong.
 */
final class InTurn {

  private static final int FEW_WORDS = 3;

  private final Reading reading;
  private final Answering answering;
  private final Written written;
  private final Optional<Meanings> meanings;

  /**
   * @param meanings none while, or where, sentences cannot be compared by what they mean
   */
  InTurn(Reading reading, Answering answering, Written written, Optional<Meanings> meanings) {
    this.reading = reading;
    this.answering = answering;
    this.written = written;
    this.meanings = meanings;
  }

  /**
   * @param open the clauses that are neither commands nor questions
   */
  void read(List<Span> open) {
    var asked = reading.utterance().asked();
    var told = reading.message().sentences();
    var stories = asked.size() == 2 && asked.stream().allMatch(this::takesStory);
    if (!stories || told.size() != 2 || !told.stream().allMatch(one -> tells(one, open))) {
      return;
    }
    var first = told.getFirst().span();
    var second = new Cursor(reading, told.getLast().span()).skip("joints").rest();
    var crossed = announces(first, asked.getLast()) || announces(second, asked.getFirst());
    if (!crossed && !about(second, asked.getFirst(), asked.getLast())) {
      fill(asked.getFirst(), first);
      fill(asked.getLast(), second);
    }
  }

  private boolean announces(Span words, Field field) {
    return reading.cues().stream()
        .anyMatch(cue -> words.contains(cue.span()) && cue.paths().contains(field.path()));
  }

  private boolean takesStory(Field field) {
    return field.type() == FieldType.TEXT && field.row().isEmpty() && !written.has(field);
  }

  private boolean tells(Sentence sentence, List<Span> open) {
    return !sentence.question()
        && sentence.span().size() >= FEW_WORDS
        && !written.used(sentence.span())
        && sentence.clauses().stream().allMatch(clause -> open.stream().anyMatch(clause::overlaps));
  }

  /** Whether some words are about the first field rather than the second. */
  private boolean about(Span words, Field first, Field second) {
    return meanings
        .map(known -> known.subject(reading.quote(words)))
        .filter(subject -> subject.rather(List.of(first), second).isPresent())
        .isPresent();
  }

  private void fill(Field field, Span words) {
    if (answering.read(field, words) instanceof Given given) {
      written.fill(field, given, given.confidence());
      written.use(words);
    }
  }
}
