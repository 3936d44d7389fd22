package rapport.conversation.understanding.embedded;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.understanding.embedded.Reading.Cue;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Found.Kind;
import rapport.conversation.value.Token;

/** Says how well a typed value fits a field: its type, the words near it, what was asked. */
final class Scores {

  private static final Pattern WHOLE = Pattern.compile("\\d{1,3}");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final Pattern YEARS = Pattern.compile("\\d{1,3}-\\d{1,3}");

  private static final double ASKED = 0.25;
  private static final double NAMED = 0.3;
  private static final double OTHERS_UNIT = 0.35;
  private static final int NEAR_BEFORE = 6;
  private static final int NEAR_AFTER = 2;
  private static final Set<FieldType> NUMBERS =
      EnumSet.of(
          FieldType.AGE, FieldType.MONEY, FieldType.COUNT, FieldType.DURATION, FieldType.INTEGER);

  private static final BigDecimal GROWN_UP = BigDecimal.valueOf(18);
  private static final BigDecimal YOUNGEST = BigDecimal.valueOf(14);
  private static final BigDecimal OLDEST = BigDecimal.valueOf(99);
  private static final BigDecimal OLDEST_COMPANY = BigDecimal.valueOf(999);

  private final Reading reading;
  private final List<Candidate> candidates;

  Scores(Reading reading, List<Candidate> candidates) {
    this.reading = reading;
    this.candidates = candidates;
  }

  /**
   * A value for a field.
   *
   * @param value canonical for the field
   * @param score what it is weighed by
   * @param confidence what is told
   */
  record Score(
      Field field, Candidate candidate, FieldValue value, double score, double confidence) {}

  /** Everything that fits, the best first. */
  List<Score> all() {
    var scores = new ArrayList<Score>();
    for (var candidate : candidates) {
      for (var field : reading.fields().values()) {
        score(field, candidate).ifPresent(scores::add);
      }
    }
    // The sort is stable: among equals, what was said first and is asked first comes first.
    scores.sort((a, b) -> Double.compare(b.score(), a.score()));
    return scores;
  }

  Optional<Score> score(Field field, Candidate candidate) {
    var fit = somebodysAge(field, candidate) ? 0 : fit(field, candidate);
    if (fit == 0
        || !(reading.check(field, typed(field, candidate)) instanceof Answer.Accepted(var value))) {
      return Optional.empty();
    }
    var named = named(field, candidate);
    var asked = reading.asked(field);
    var score =
        fit + named + (asked ? ASKED : 0) - (unitOfAnother(field, candidate) ? OTHERS_UNIT : 0);
    var confidence =
        named > 0
            ? Confidence.TYPED_AND_NAMED
            : asked ? Confidence.TYPED_AND_ASKED : Confidence.TYPED;
    return Optional.of(new Score(field, candidate, value, score, confidence));
  }

  /** "She's 42" is no number of anything else. */
  private boolean somebodysAge(Field field, Candidate candidate) {
    return field.type() != FieldType.AGE
        && candidate.kind() == Kind.NUMBER
        && after("age_subjects", candidate);
  }

  /** How well the kind of value suits the type of field; 0 when it does not. */
  double fit(Field field, Candidate candidate) {
    return switch (field.type()) {
      case AGE ->
          switch (candidate.kind()) {
            case AGE -> 0.6;
            case NUMBER -> number(candidate);
            case DURATION -> age(field, candidate);
            case MONEY, PERCENT, COUNT, EMAIL, PHONE, URL -> 0;
          };
      case MONEY ->
          candidate.kind() == Kind.MONEY && (yearly(candidate) || ofPart(field, candidate))
              ? 0.45
              : candidate.kind() == Kind.NUMBER && (yearly(candidate) || ofPart(field, candidate))
                  ? 0.35
                  : 0;
      case DURATION ->
          companyAge(field, candidate)
              ? 0.7
              : candidate.kind() == Kind.DURATION ? 0.45 : bareYears(field, candidate) ? 0.35 : 0;
      case COUNT, INTEGER -> household(field, candidate) ? 0.6 : counts(candidate) ? 0.35 : 0;
      case EMAIL -> candidate.kind() == Kind.EMAIL ? 0.7 : 0;
      case PHONE -> candidate.kind() == Kind.PHONE ? 0.7 : 0;
      case URL, IMAGE -> candidate.kind() == Kind.URL ? 0.4 : 0;
      case STRING, TEXT, RICHTEXT, NAME, CHOICE, CONFIRM, TAGS -> 0;
    };
  }

  /** "The same five questions all day" tells of how often, not of how many. */
  private boolean counts(Candidate candidate) {
    return (candidate.kind() == Kind.NUMBER || candidate.kind() == Kind.COUNT)
        && !reading.language().has("sames", reading.tokens(), candidate.span().from() - 1);
  }

  /** "Married with two daughters" counts a household, whatever was asked. */
  private boolean household(Field field, Candidate candidate) {
    var from = candidate.span().from();
    var last = candidate.span().to();
    return reading.words(field).is(FieldWords.Kind.HOUSEHOLD)
        && candidate.kind() == Kind.COUNT
        && (reading.language().length("parent_leads", reading.tokens(), from, last) > 0
            || IntStream.rangeClosed(last - 1, last + 1)
                .anyMatch(at -> reading.language().has("child_words", reading.tokens(), at)));
  }

  /** "5000 a month" is not 5000. */
  private boolean yearly(Candidate candidate) {
    var to = candidate.span().to();
    return reading.language().length("periods", reading.tokens(), to, reading.tokens().size()) == 0;
  }

  /** Whether the field takes the sum of a year and "5000 a month" says it. */
  private boolean ofPart(Field field, Candidate candidate) {
    return reading.words(field).is(FieldWords.Kind.YEARLY) && timesAYear(candidate) != null;
  }

  /** The 12 of "5000 a month"; null when nothing is said, or something like "an hour". */
  private @Nullable BigDecimal timesAYear(Candidate candidate) {
    var tokens = reading.tokens();
    var part =
        reading
            .language()
            .list("times_a_year")
            .longest(tokens, candidate.span().to(), tokens.size(), Names.NONE);
    return part == null ? null : new BigDecimal(part.meaning());
  }

  /** A sum, or both ends of a range, as often as that is paid. */
  private static FieldValue times(FieldValue sum, BigDecimal times) {
    return FieldValue.text(
        NUMBER
            .matcher(sum.display())
            .replaceAll(number ->
                new BigDecimal(number.group())
                    .multiply(times)
                    .stripTrailingZeros()
                    .toPlainString()));
  }

  private FieldValue typed(Field field, Candidate candidate) {
    if (field.type() == FieldType.MONEY && ofPart(field, candidate)) {
      return times(candidate.value(), Objects.requireNonNull(timesAYear(candidate)));
    }
    if (companyAge(field, candidate) || bareYears(field, candidate)) {
      return FieldValue.text(reading.language().wording().years(candidate.value().display()));
    }
    var years = years(candidate);
    return years != null && field.type() == FieldType.AGE
        ? FieldValue.text(years)
        : candidate.value();
  }

  /** Asked how long something has existed, people say that it is "20 years old". */
  private boolean companyAge(Field field, Candidate candidate) {
    return candidate.kind() == Kind.AGE
        && field.type() == FieldType.DURATION
        && reading.asked(field);
  }

  /** Or they just say "20"; no company has existed for 1998 years. */
  private boolean bareYears(Field field, Candidate candidate) {
    return candidate.kind() == Kind.NUMBER
        && reading.head().filter(field::equals).isPresent()
        && reading.words(field).is(FieldWords.Kind.YEARS)
        && candidate.value() instanceof FieldValue.Num(var number)
        && number.compareTo(OLDEST_COMPANY) <= 0;
  }

  /** The 45 of "45 years". */
  private @Nullable String years(Candidate candidate) {
    return candidate.kind() == Kind.DURATION
        ? reading.language().wording().inYears(candidate.value().display()).orElse(null)
        : null;
  }

  /** "tiene 45 años" is somebody's age, unless a length of time was asked for. */
  private double age(Field field, Candidate candidate) {
    var years = years(candidate);
    if (years == null) {
      return 0;
    }
    var lengthAsked =
        reading.utterance().asked().stream().anyMatch(one -> one.type() == FieldType.DURATION);
    if (!lengthAsked && WHOLE.matcher(years).matches()) {
      var number = new FieldValue.Num(new BigDecimal(years));
      if (after("age_subjects", new Candidate(Kind.AGE, number, "", candidate.span()))) {
        return 0.7;
      }
    }
    return reading.asked(field) ? 0.3 : 0;
  }

  private double number(Candidate candidate) {
    return after("age_subjects", candidate)
        ? 0.7
        : after("age_subjects_plural", candidate) || alone(candidate) ? 0.56 : 0.35;
  }

  /** "Electrician, 38, two kids": between other things about a person, when no number was asked. */
  private boolean alone(Candidate candidate) {
    var tokens = reading.tokens();
    var from = candidate.span().from();
    var to = candidate.span().to();
    var closed = to + reading.language().length("answer_closers", tokens, to, tokens.size());
    var span = new Span(from, closed);
    var numberAsked =
        reading.utterance().asked().stream().anyMatch(field -> NUMBERS.contains(field.type()));
    return !numberAsked
        && years(candidate, GROWN_UP)
        && ends(opened(span.from()) - 1)
        && ends(span.to())
        && reading.message().clauses().size() > 1;
  }

  /** Where the "mostly" of "female, mostly between 25 and 40" begins. */
  private int opened(int at) {
    return reading.language().has("answer_openers", reading.tokens(), at - 1)
            || reading.language().has("trait_openers", reading.tokens(), at - 1)
        ? at - 1
        : at;
  }

  private boolean ends(int at) {
    var token = reading.tokens().get(at);
    return token.kind() == Token.Kind.BREAK || token.is(",") || token.is(".") || token.is(";");
  }

  private static boolean years(Candidate candidate, BigDecimal least) {
    return switch (candidate.value()) {
      case FieldValue.Num(var number) -> years(number, least);
      case FieldValue.Text(var text) when YEARS.matcher(text).matches() ->
          Stream.of(text.split("-", -1)).allMatch(end -> years(new BigDecimal(end), least));
      default -> false;
    };
  }

  private static boolean years(BigDecimal number, BigDecimal least) {
    return number.compareTo(least) >= 0 && number.compareTo(OLDEST) <= 0;
  }

  /** Whether it is a number of years, right after these words about a person: "she's 42". */
  private boolean after(String subjects, Candidate candidate) {
    if (!years(candidate, YOUNGEST)) {
      return false;
    }
    var from = candidate.span().from();
    for (var length = 1; length <= 3 && from >= length; length++) {
      var before = new Span(from - length, from);
      if (reading.language().list(subjects).whole(reading.tokens(), before, Names.NONE) != null) {
        return true;
      }
    }
    return false;
  }

  private double named(Field field, Candidate candidate) {
    var best = 0.0;
    var story = reading.head().filter(head -> head.type() == FieldType.TEXT).isPresent();
    for (var cue : reading.cues()) {
      if (cue.paths().contains(field.path()) && !(story && weak(cue) && !ofOurs(cue, candidate))) {
        best = Math.max(best, near(cue, candidate));
      }
    }
    return best;
  }

  /** "80 people" is how big a company is, but not in just any story. */
  private boolean weak(Cue cue) {
    return cue.span().size() == 1
        && reading.language().has("weak_cues", reading.tokens(), cue.span().from());
  }

  /** "We are ten people and ..." says how many they are, whatever story follows. */
  private boolean ofOurs(Cue cue, Candidate candidate) {
    var language = reading.language();
    var from = candidate.span().from();
    return reading.message().clauses().stream()
        .map(clause -> language.afterOpeners("answer_openers", reading.tokens(), clause))
        .filter(said -> said.contains(candidate.span()))
        .anyMatch(said -> {
          var led = language.length("introductions", reading.tokens(), said.from(), said.to());
          return led > 0 && (said.from() + led == from || joined(from)) && endsWith(cue);
        });
  }

  /** The 22 of "three shops and 22 people", "an agency with 22 people". */
  private boolean joined(int at) {
    return reading.language().has("joints", reading.tokens(), at - 1)
        || reading.language().has("withs", reading.tokens(), at - 1);
  }

  /** Not the "people" of "500 people waiting". */
  private boolean endsWith(Cue cue) {
    var at = cue.span().to();
    return ends(at)
        || reading.language().has("joints", reading.tokens(), at)
        || reading.language().has("place_leads", reading.tokens(), at);
  }

  private double near(Cue cue, Candidate candidate) {
    var before = candidate.span().from() - cue.span().to();
    var after = cue.span().from() - candidate.span().to();
    if (before >= 0) {
      return !unitOfOther(cue, candidate)
              && before <= NEAR_BEFORE
              && connected(cue.span().to(), candidate.span().from())
          ? NAMED - 0.01 * before
          : 0;
    }
    if (after >= 0) {
      return after <= NEAR_AFTER
              && connected(candidate.span().to(), cue.span().from())
              && !somebodyBetween(candidate, cue)
          ? NAMED - 0.015 - 0.02 * after
          : 0;
    }
    return NAMED;
  }

  /** "41 she makes 80k" begins anew where somebody is named. */
  private boolean somebodyBetween(Candidate candidate, Cue cue) {
    return IntStream.range(candidate.span().to(), cue.span().from())
        .anyMatch(at -> reading.language().has("somebody", reading.tokens(), at));
  }

  /** The "shops" of "seven shops and 110 staff" say nothing about 110. */
  private boolean unitOfOther(Cue cue, Candidate candidate) {
    return candidates.stream()
        .anyMatch(other ->
            !other.equals(candidate)
                && other.span().to() >= cue.span().from()
                && other.span().from() < cue.span().from()
                && other.span().to() <= cue.span().to()
                && !announced(other));
  }

  /** "Age 35 income 90k": the income is none of the 35. */
  private boolean announced(Candidate candidate) {
    return reading.cues().stream().anyMatch(cue -> cue.span().to() == candidate.span().from());
  }

  /** Whether no comma, end or other value stands between. */
  private boolean connected(int from, int to) {
    for (var at = from; at < to; at++) {
      var sign = reading.tokens().get(at).lower();
      if (sign.equals(",") || sign.equals(";") || sign.equals("\n") || sign.equals("?")) {
        return false;
      }
    }
    var between = new Span(from, to);
    return candidates.stream().noneMatch(other -> between.contains(other.span()));
  }

  /** Whether the words right after it announce another field: "3 offices". */
  private boolean unitOfAnother(Field field, Candidate candidate) {
    for (var cue : reading.cues()) {
      var follows =
          cue.span().from() >= candidate.span().to() - 1
              && cue.span().from() <= candidate.span().to() + 1
              && cue.span().from() > candidate.span().from();
      if (follows && !cue.paths().contains(field.path()) && candidate.kind() == Kind.COUNT) {
        return true;
      }
    }
    return false;
  }
}
