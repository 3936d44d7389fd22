package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Meanings.Subject;
import rapport.conversation.understanding.embedded.Message.Sentence;
import rapport.conversation.understanding.embedded.Reply.Given;

/**
 * Gives what is said besides the answer to the field it is about: asked how somebody decides, "By
 * committee. They are really afraid of risk" says two things.
 */
final class Routing {

  /** The first of a message; embedding costs some milliseconds for each. */
  private static final int MOST_STRETCHES = 4;

  private static final int FEW_WORDS = 3;

  private final Reading reading;
  private final Answering answering;
  private final Written written;
  private final Meanings meanings;
  private final Map<Span, Subject> subjects = new HashMap<>();

  Routing(Reading reading, Answering answering, Written written, Meanings meanings) {
    this.reading = reading;
    this.answering = answering;
    this.written = written;
    this.meanings = meanings;
  }

  void read() {
    var head = reading.head().filter(field -> !field.control());
    if (head.isEmpty()) {
      return;
    }
    var asked = askedStories();
    var told =
        reading.message().sentences().stream()
            .filter(sentence -> !sentence.question())
            .flatMap(sentence -> stretches(sentence, asked).stream())
            .limit(MOST_STRETCHES)
            .toList();
    told.stream()
        // What is said first answers the question, whatever it looks like.
        .skip(told.isEmpty() || !onlyDegree(told.getFirst()) ? 1 : 2)
        .filter(stretch -> stretch.size() > FEW_WORDS && !written.used(stretch))
        .forEach(stretch -> route(stretch, head.get()));
  }

  /** The "not hard" of "Not hard. They switched last year.", which the next words explain. */
  private boolean onlyDegree(Span stretch) {
    return stretch.size() < FEW_WORDS
        && (begins("trait_openers", stretch) || begins("levels", stretch));
  }

  private boolean begins(String list, Span words) {
    return reading.language().length(list, reading.tokens(), words.from(), words.to()) > 0;
  }

  /**
   * "Podcasts, and she reads the paper": where somebody is named again, something new begins; "up
   * at five, plays chess": also where the next of the questions is answered.
   */
  private List<Span> stretches(Sentence sentence, List<Field> asked) {
    var stretches = new ArrayList<Span>();
    var from = sentence.span().from();
    var to = from;
    for (var part : parts(sentence, asked)) {
      var bare = new Cursor(reading, part).skip("joints").skip("row_then").rest();
      if (part.from() > from
          && (reading.language().has("somebody", reading.tokens(), bare.from())
              || answersNext(bare, new Span(from, to), asked))) {
        stretches.add(new Span(from, to));
        from = bare.from();
      }
      to = part.to();
    }
    stretches.add(new Span(from, to));
    return stretches;
  }

  /** Its clauses; when more than one story was asked for, cut at every "and" as well. */
  private List<Span> parts(Sentence sentence, List<Field> asked) {
    if (asked.size() < 2) {
      return sentence.clauses();
    }
    var parts = new ArrayList<Span>();
    for (var clause : sentence.clauses()) {
      var from = clause.from();
      for (var at = from + FEW_WORDS; at + FEW_WORDS < clause.to(); at++) {
        if (reading.language().has("joints", reading.tokens(), at)) {
          parts.add(new Span(from, at));
          from = at;
        }
      }
      parts.add(new Span(from, clause.to()));
    }
    return parts;
  }

  /** Whether some words answer another of the questions than those before them. */
  private boolean answersNext(Span words, Span before, List<Field> asked) {
    var next = words.size() < FEW_WORDS ? Optional.<Field>empty() : next(words, asked);
    return next.isPresent() && !next.equals(next(before, asked));
  }

  /** Which of the other stories that were asked for some words are, rather than the first. */
  private Optional<Field> next(Span words, List<Field> asked) {
    return asked.stream()
        .skip(1)
        .filter(other -> subject(words).next(other, asked.getFirst()))
        .findFirst();
  }

  /** Words are classified once: it is what costs. */
  private Subject subject(Span words) {
    return subjects.computeIfAbsent(words, span -> meanings.subject(reading.quote(span)));
  }

  private List<Field> askedStories() {
    return reading.utterance().asked().stream().filter(this::takesStory).toList();
  }

  private void route(Span stretch, Field head) {
    next(stretch, askedStories())
        .or(() -> subject(stretch).rather(others(head), head))
        .ifPresent(other -> {
          var words = reading.language().afterOpeners("clause_leads", reading.tokens(), stretch);
          if (answering.read(other, words) instanceof Given given) {
            written.fill(other, given, Confidence.RECOGNISED);
            written.use(stretch);
          }
        });
  }

  /** Empty fields that take a story. */
  private List<Field> others(Field head) {
    return reading.fields().values().stream()
        .filter(field -> !field.equals(head) && takesStory(field))
        .toList();
  }

  private boolean takesStory(Field field) {
    return field.type() == FieldType.TEXT
        && field.row().isEmpty()
        && !field.control()
        && !reading.filled(field)
        && !written.has(field);
  }
}
