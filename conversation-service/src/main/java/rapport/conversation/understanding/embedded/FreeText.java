package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.FieldWords.Kind;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.understanding.embedded.Reply.Given;
import rapport.conversation.understanding.embedded.Reply.Unfit;

/** Gives the words that nothing else explains to the questions they answer. */
final class FreeText {

  /** Words such as "she makes about" around a value are no answer of their own. */
  private static final int MOST_CONNECTING = 5;

  private static final int FEW_WORDS = 5;

  private static final int LEAST_TOLD = 2;

  private static final Set<FieldType> AMOUNTS =
      EnumSet.of(FieldType.MONEY, FieldType.COUNT, FieldType.DURATION);

  /** Asked for one of these, nobody tells what they want by way of an answer. */
  private static final Set<FieldType> BRIEF = EnumSet.of(FieldType.COUNT, FieldType.TAGS);

  /** "Upper middle class" says how much, "began in sales, now leads it" does not. */
  private static final int MOST_VAGUE = 3;

  private final Reading reading;
  private final Answering answering;
  private final Written written;
  private final List<Span> clauses;

  /**
   * @param clauses those that are neither commands nor questions
   */
  FreeText(Reading reading, Answering answering, Written written, List<Span> clauses) {
    this.reading = reading;
    this.answering = answering;
    this.written = written;
    this.clauses = clauses;
  }

  void read() {
    wish();
    var asked = reading.utterance().asked().stream().filter(f -> !written.has(f)).toList();
    var open = asked.stream().filter(field -> !storyForAnother(field, asked)).toList();
    for (var field : open) {
      var left = left();
      if (left.isEmpty()) {
        return;
      }
      if (words(field) && !(expressed(field) && left.stream().anyMatch(written::used))) {
        answer(field, open, left);
      }
    }
  }

  /** "We need help with refunds", when it was not asked (any more) what somebody wants. */
  private void wish() {
    if (reading.head().filter(head -> BRIEF.contains(head.type())).isEmpty()) {
      return;
    }
    reading.fields().values().stream()
        .filter(field -> reading.words(field).is(Kind.WISH))
        .filter(field -> !reading.filled(field) && !reading.asked(field))
        .findFirst()
        .ifPresent(field ->
            run(left().stream().filter(clause -> wishes(clause, field)).toList())
                .ifPresent(span -> fill(field, span, true)));
  }

  private boolean wishes(Span clause, Field field) {
    var said = reading.language().afterOpeners("pronouns", reading.tokens(), opened(clause));
    return said.from() > clause.from()
        && reading.cues().stream()
            .anyMatch(cue ->
                cue.span().from() >= clause.from()
                    && cue.span().from() <= said.from() + 1
                    && cue.paths().contains(field.path()));
  }

  /** More than a few words are no amount when a question that takes a story was asked as well. */
  private boolean storyForAnother(Field field, List<Field> asked) {
    var length = left().stream().mapToInt(Span::size).sum();
    return AMOUNTS.contains(field.type())
        && length > MOST_VAGUE
        && asked.stream().anyMatch(other -> other.type() == FieldType.TEXT)
        && left().stream().noneMatch(clause -> announces(clause, field));
  }

  /** What has words of its own, such as "100 a day", is not just anything said beside a value. */
  private static boolean expressed(Field field) {
    return field.type() == FieldType.STRING && !field.mentions().isEmpty();
  }

  private static boolean words(Field field) {
    return field.type().freeText() || field.type() == FieldType.TAGS;
  }

  private void answer(Field field, List<Field> open, List<Span> left) {
    var head = open.getFirst().equals(field);
    var announced = left.stream().filter(clause -> announces(clause, field)).toList();
    var others = open.stream().filter(f -> !f.equals(field) && words(f)).toList();
    var routed = others.stream().anyMatch(f -> left.stream().anyMatch(c -> announces(c, f)));
    Optional<Span> span;
    if (oneEach(field, others, left) || titleFirst(field, others, left)) {
      span = Optional.of(left.getFirst());
    } else if (!others.isEmpty() && (routed || left.stream().anyMatch(c -> knows(c, field)))) {
      span = run(announced.isEmpty() ? unannounced(left, others) : announced);
    } else if (head || !announced.isEmpty() || (written.anyField() && !titles(left))) {
      span = run(left);
    } else {
      return;
    }
    span.ifPresent(words -> fill(field, words, head || !announced.isEmpty()));
  }

  /** "nurse, Berlin" to questions for occupation and place. */
  private boolean oneEach(Field field, List<Field> others, List<Span> left) {
    return !others.isEmpty()
        && left.size() == 1 + others.size()
        && field.type() == FieldType.STRING
        && others.stream().allMatch(f -> f.type() == FieldType.STRING)
        && IntStream.range(0, others.size()).allMatch(i -> suits(others.get(i), left.get(i + 1)))
        && left.stream().allMatch(clause -> clause.size() <= FEW_WORDS);
  }

  /**
   * "A buyer, been doing it for ten years" to questions for what somebody is and something else.
   */
  private boolean titleFirst(Field field, List<Field> others, List<Span> left) {
    if (!reading.words(field).is(Kind.TITLE) || others.isEmpty() || left.size() < 2) {
      return false;
    }
    var first = new Cursor(reading, left.getFirst()).skip("answer_openers").skip("lead_ins").rest();
    var next = left.get(1);
    return next.size() >= FEW_WORDS
        && !begins("functions", next)
        && new Titles(reading)
            .startingAt(first.from(), first.to())
            .filter(first::equals)
            .isPresent();
  }

  /** The "retired teacher" of "67, retired teacher" is no answer to just any question. */
  private boolean titles(List<Span> clauses) {
    var titles = new Titles(reading);
    return clauses.stream()
        .allMatch(clause ->
            titles.startingAt(clause.from(), clause.to()).filter(clause::equals).isPresent());
  }

  /** "Lyon, France" does not say that somebody's marital status is France. */
  private boolean suits(Field field, Span clause) {
    return !reading.words(field).is(Kind.CLOSED)
        || new ClosedValues(reading, field).only(clause).isPresent();
  }

  private List<Span> unannounced(List<Span> left, List<Field> others) {
    return left.stream()
        .filter(clause -> others.stream().noneMatch(f -> announces(clause, f)))
        .toList();
  }

  private boolean announces(Span clause, Field field) {
    return knows(clause, field)
        || reading.cues().stream()
            .anyMatch(cue -> clause.contains(cue.span()) && cue.paths().contains(field.path()));
  }

  /** Whether a clause is one of the values the language knows for a field. */
  private boolean knows(Span clause, Field field) {
    var words = reading.words(field);
    var bare = reading.language().afterOpeners("clause_leads", reading.tokens(), clause);
    return words.values().whole(reading.tokens(), bare, Names.NONE) != null
        || (words.is(Kind.COUNTRY) && new Places(reading).country(bare).isPresent());
  }

  /** The first clauses in a row, from the first word to the last. */
  private static Optional<Span> run(List<Span> clauses) {
    if (clauses.isEmpty()) {
      return Optional.empty();
    }
    var first = clauses.getFirst();
    var to = first.to();
    for (var clause : clauses) {
      // At most a comma or a full stop stands between clauses of the same run.
      if (clause.from() <= to + 2) {
        to = clause.to();
      }
    }
    return Optional.of(new Span(first.from(), to));
  }

  private void fill(Field field, Span span, boolean expected) {
    if (isNothing(field, span)) {
      written.add(new Act.Skip(List.of(field.path())), span);
      written.use(span);
      return;
    }
    var words =
        known(field, span)
            .or(() -> untold(field, span))
            .orElseGet(() -> sentence(field, bare(span)));
    switch (answering.read(field, words)) {
      case Given given ->
          written.fill(field, given, expected ? given.confidence() : Confidence.LEFT_OVER);
      case Unfit(var code) -> written.misfit(field, code, words);
      case Reply.Nothing _ -> {}
    }
    written.use(words.to() < span.to() ? words : span);
  }

  /** "None", in a talk that listens for names of things. */
  private boolean isNothing(Field field, Span span) {
    var listens = reading.fields().values().stream().anyMatch(other -> !other.mentions().isEmpty());
    return listens
        && (field.type() == FieldType.TAGS || field.type() == FieldType.TEXT)
        && reading
                .language()
                .list("nothings")
                .whole(reading.tokens(), closed(opened(span)), Names.NONE)
            != null;
  }

  /** The "MBA" of "and has an MBA", when that is not the whole message. */
  private Span bare(Span span) {
    var whole = span.from() == reading.message().span().from();
    var bare = reading.language().afterOpeners("clause_leads", reading.tokens(), span);
    return whole || bare.empty() ? span : bare;
  }

  /** The "masters degree" of a clause that gave another field its value, too. */
  private Optional<Span> known(Field field, Span span) {
    if (!written.used(span)) {
      return Optional.empty();
    }
    for (var at = span.from(); at < span.to(); at++) {
      var length = reading.words(field).values().length(reading.tokens(), at, span.to());
      if (length > 0) {
        return Optional.of(new Span(at, at + length));
      }
    }
    return Optional.empty();
  }

  /**
   * The "studied law in Graz" of "forty one makes 90k studied law in Graz", which told other fields
   * their values before.
   */
  private Optional<Span> untold(Field field, Span span) {
    if (field.type() != FieldType.TEXT || reading.head().filter(field::equals).isPresent()) {
      return Optional.empty();
    }
    var rest = written.after(span);
    return rest.equals(span) || rest.size() < LEAST_TOLD
        ? Optional.empty()
        : Optional.of(bare(rest));
  }

  /** A short answer is its first sentence; what follows explains it. */
  private Span sentence(Field field, Span span) {
    if (field.type() != FieldType.STRING && field.type() != FieldType.NAME) {
      return span;
    }
    var told = Math.min(told(span), besides(span));
    if (told < span.to()) {
      return new Span(span.from(), told);
    }
    return reading.message().sentences().stream()
        .map(Message.Sentence::span)
        .filter(sentence -> sentence.to() > span.from() && sentence.to() < span.to())
        // A semicolon goes on with the answer: "Head of Ops; also runs IT".
        .filter(sentence -> !reading.tokens().is(sentence.to(), ";"))
        .findFirst()
        .map(sentence -> new Span(span.from(), sentence.to()))
        .orElse(span);
  }

  /** Where the "and employ about ninety people" of an industry begins, which told another field. */
  private int besides(Span span) {
    var first =
        IntStream.range(span.from(), span.to())
            .filter(at -> written.used(new Span(at, at + 1)))
            .findFirst()
            .orElse(span.from());
    return IntStream.range(span.from() + 1, first)
        .filter(at ->
            reading.tokens().is(at, ",")
                || reading.language().has("joints", reading.tokens(), at)
                || reading.language().has("somebody", reading.tokens(), at))
        .max()
        .orElse(span.to());
  }

  /** "We target saas companies with 50 people": one word of it is what was asked. */
  private boolean namesAsked(Span clause) {
    return reading
        .head()
        .filter(head -> head.type() == FieldType.STRING && !written.has(head))
        .flatMap(head -> known(head, clause))
        .filter(value -> !written.used(value))
        .isPresent();
  }

  /** Where the next clause tells something more: "Contora, they do payroll software". */
  private int told(Span span) {
    return clauses.stream()
        .filter(clause -> clause.from() > span.from() && span.contains(clause))
        .filter(clause -> reading.language().has("somebody", reading.tokens(), clause.from()))
        .mapToInt(Span::from)
        .map(at -> reading.tokens().is(at - 1, ",") ? at - 1 : at)
        .findFirst()
        .orElse(span.to());
  }

  /** The "in business for" of "in business for 25 years", once the years are written. */
  private int announcing(Span clause) {
    return reading.cues().stream()
        .filter(cue -> clause.contains(cue.span()) && !written.used(cue.span()))
        .filter(cue -> cue.paths().stream().anyMatch(written::has))
        .mapToInt(cue -> cue.span().size())
        .sum();
  }

  /** The "not Manchester" of "oops, they live in Leeds, not Manchester", and the "oops". */
  private boolean takenBack(Span clause) {
    return reading.message().sentences().stream()
        .map(Message.Sentence::span)
        .filter(sentence -> sentence.contains(clause) && written.used(sentence))
        .anyMatch(sentence -> begins("takes_back", sentence) || denies(sentence, clause));
  }

  private boolean denies(Span sentence, Span clause) {
    return begins("instead_of", clause)
        && !written.used(clause)
        && clause.size() <= FEW_WORDS
        && written.used(new Span(sentence.from(), clause.from()));
  }

  private boolean begins(String list, Span span) {
    return reading.language().length(list, reading.tokens(), span.from(), span.to()) > 0;
  }

  /** The "they're about 600" of "they're about 600 by the way". */
  private Span closed(Span clause) {
    return reading.language().beforeClosers("answer_closers", reading.tokens(), clause);
  }

  /** "We are 40 people in insurance" and no more says nothing about what they want to get done. */
  private boolean introduces(Span clause) {
    var wish = reading.head().filter(head -> reading.words(head).is(Kind.WISH));
    return wish.isPresent()
        && written.used(clause)
        && begins("introductions", opened(clause))
        && IntStream.range(clause.from(), clause.to())
            .noneMatch(at -> reading.language().has("joints", reading.tokens(), at))
        && !announces(clause, wish.get());
  }

  /** "We at Kettle & Co need help" says who they are, and what they want. */
  private boolean wants(Span clause) {
    return reading.head().filter(head -> reading.words(head).is(Kind.WISH)).isPresent()
        && begins("affiliation_leads", opened(clause))
        && written.after(clause).size() >= LEAST_TOLD;
  }

  private Span opened(Span clause) {
    return reading.language().afterOpeners("answer_openers", reading.tokens(), clause);
  }

  /** Clauses with words that nothing else has used, or hardly. */
  private List<Span> left() {
    var left = new ArrayList<Span>();
    for (var clause : clauses) {
      var unused = written.unused(closed(clause)) - announcing(clause);
      if (takenBack(clause) || introduces(clause)) {
        continue;
      }
      if (!written.used(clause)
          || unused > MOST_CONNECTING
          || namesAsked(clause)
          || wants(clause)) {
        left.add(clause);
      }
    }
    return left;
  }
}
