package rapport.conversation.understanding.embedded;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Phrases.Match;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.value.Finder;
import rapport.conversation.value.Found;
import rapport.conversation.value.Found.Kind;
import rapport.conversation.value.Token;

/** Collects the typed values of a message, without those that only look like values. */
final class Candidates {

  /** What swallows the plain numbers inside it. */
  private static final Set<Kind> SWALLOWING =
      EnumSet.of(Kind.EMAIL, Kind.URL, Kind.PHONE, Kind.PERCENT, Kind.DURATION, Kind.AGE);

  /** Nobody answers with more values than this; a wall of numbers must not take all our time. */
  private static final int MOST = 60;

  private static final int MOST_WORDS_BEFORE = 4;

  private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);
  private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2099);

  private static final Pattern RANGE = Pattern.compile("\\d+-\\d+");

  private final Reading reading;

  private Candidates(Reading reading) {
    this.reading = reading;
  }

  /** In the order they were said; a number and a count may share their tokens. */
  static List<Candidate> in(Reading reading) {
    return new Candidates(reading).all();
  }

  private List<Candidate> all() {
    var found = new ArrayList<Found>();
    Finder.ALL.forEach(finder -> found.addAll(finder.find(reading.passage())));
    if (asksForPhone()) {
      found.addAll(Phones.find(reading.passage(), reading.language().word("region")));
    }
    found.sort(Comparator.comparingInt(Found::start));
    var swallowed = swallowed(found);
    var household = new Household(reading);
    var counts = new ArrayList<Candidate>();
    var candidates = new ArrayList<Candidate>();
    for (var value : found) {
      var span = reading.span(value.start(), value.end());
      var candidate = new Candidate(value.kind(), value.value(), value.unit(), span);
      if (!plain(value.kind()) || (!swallowed.contains(span.from()) && counts(candidate))) {
        counts.add(candidate);
        household
            .withParent(candidate)
            .or(() -> household.adjust(candidate))
            .ifPresent(candidates::add);
      }
    }
    household.childless().ifPresent(candidates::add);
    candidates.removeIf(one -> toldAgain(one, candidates));
    var said = inWords(members(counts));
    candidates.removeIf(c -> said.stream().anyMatch(word -> word.span().overlaps(c.span())));
    candidates.addAll(said);
    candidates.sort(Comparator.comparingInt(candidate -> candidate.span().from()));
    var meant =
        new Sums(reading, candidates)
            .all().stream().filter(candidate -> !negated(candidate.span())).limit(MOST).toList();
    return new LaterCurrency(reading).given(meant);
  }

  /** The "teenagers" of "teenagers, 13-17". */
  private boolean toldAgain(Candidate age, List<Candidate> all) {
    var next = age.span().to() + 1;
    return age.kind() == Kind.AGE
        && reading.tokens().get(age.span().from()).kind() != Token.Kind.NUMBER
        && reading.tokens().is(next - 1, ",")
        && all.stream()
            .anyMatch(other ->
                other.span().from() == next
                    && (other.kind() == Kind.NUMBER || other.kind() == Kind.AGE)
                    && !other.equals(age)
                    && RANGE.matcher(other.value().display()).matches());
  }

  /** "Offices in Oslo, Malmö and Tallinn" are three, when that was asked. */
  private Optional<Candidate> named(Field field) {
    var places = new Places(reading);
    return reading.cues().stream()
        .filter(cue -> cue.paths().contains(field.path()))
        .filter(cue -> reading.language().has("place_leads", reading.tokens(), cue.span().to()))
        .flatMap(cue -> {
          var names = places.listed(cue.span().to() + 1);
          return names.count() < 2
              ? Stream.<Candidate>empty()
              : Stream.of(
                  new Candidate(
                      Kind.COUNT,
                      FieldValue.Num.of(names.count()),
                      "",
                      new Span(cue.span().from(), names.to())));
        })
        .findFirst();
  }

  /**
   * "Her, her husband and the twins" are four, and so are "her plus 3 part timers", when that was
   * asked.
   */
  private Optional<Candidate> members(List<Candidate> counts) {
    if (asks(FieldWords.Kind.HOUSEHOLD)) {
      return new Members(reading, counts).all();
    }
    if (!asksForStory()) {
      var family = new Members(reading, counts).all().filter(one -> withChildren(one, counts));
      if (family.isPresent()) {
        return family;
      }
    }
    return asks(FieldWords.Kind.WORKFORCE)
        ? new Colleagues(reading, counts).all()
        : Optional.empty();
  }

  private boolean asksForStory() {
    return reading.head().filter(head -> head.type() == FieldType.TEXT).isPresent();
  }

  /** "Lives with her husband and one son" counts a household, "she and her husband" need not. */
  private boolean withChildren(Candidate family, List<Candidate> counts) {
    var language = reading.language();
    var from = family.span().from();
    var counted = counts.stream().anyMatch(count -> count.span().from() == from);
    return (language.has("withs", reading.tokens(), from - 1) || counted)
        && IntStream.range(from, family.span().to())
            .anyMatch(at -> language.has("child_words", reading.tokens(), at));
  }

  private boolean asks(FieldWords.Kind kind) {
    return reading.utterance().asked().stream().anyMatch(field -> reading.words(field).is(kind));
  }

  /** "Lives alone" is a household of one, when that was asked. */
  private List<Candidate> inWords(Optional<Candidate> members) {
    var said = new ArrayList<Candidate>();
    if (members.isPresent()) {
      return List.of(members.get());
    }
    reading
        .head()
        .filter(head -> head.type() == FieldType.COUNT)
        .flatMap(this::named)
        .ifPresent(said::add);
    for (var field : reading.utterance().asked()) {
      var values = reading.words(field).values();
      for (var at = 0; field.type() == FieldType.COUNT && at < reading.tokens().size(); at++) {
        var match = values.longest(reading.tokens(), at, reading.tokens().size(), Names.NONE);
        if (match != null && !tokensAre(at, match)) {
          var number = new FieldValue.Num(new BigDecimal(match.meaning()));
          said.add(new Candidate(Kind.COUNT, number, "", new Span(at, match.to())));
          at = match.to() - 1;
        }
      }
    }
    return said;
  }

  private boolean tokensAre(int at, Match<String> match) {
    return match.to() == at + 1 && reading.tokens().is(at, match.meaning());
  }

  private boolean asksForPhone() {
    return reading.fields().values().stream().anyMatch(f -> f.type() == FieldType.PHONE);
  }

  private static boolean plain(Kind kind) {
    return kind == Kind.NUMBER || kind == Kind.COUNT;
  }

  private Set<Integer> swallowed(List<Found> found) {
    var tokens = new HashSet<Integer>();
    for (var value : found) {
      if (SWALLOWING.contains(value.kind())) {
        var span = reading.span(value.start(), value.end());
        for (var at = span.from(); at < span.to(); at++) {
          tokens.add(at);
        }
      }
    }
    return tokens;
  }

  /**
   * Not the number of "net 30", "in 2019", "3 o'clock", "invoice number is 20418" or "that one".
   */
  private boolean counts(Candidate candidate) {
    var tokens = reading.tokens();
    var at = candidate.span().from();
    var one =
        reading.language().has("ones", tokens, at)
            && candidate.unit().isEmpty()
            && tokens.size() > 2
            && !reading.language().has("onlys", tokens, at - 1);
    var year =
        candidate.value() instanceof FieldValue.Num(var number)
            && number.compareTo(FIRST_YEAR) >= 0
            && number.compareTo(LAST_YEAR) <= 0
            && reading.language().has("year_leads", tokens, at - 1);
    var time = reading.language().has("clock_words", tokens, candidate.span().to());
    return !one
        && !year
        && !time
        && !reading.language().has("distractors", tokens, at - 1)
        && !changes(candidate.span())
        && !follows("numbered", at);
  }

  /** "They opened two new sites" does not say how many there are. */
  private boolean changes(Span number) {
    return follows("changes", number.from())
        || reading.language().has("newcomers", reading.tokens(), number.to());
  }

  /** The 42 of "45, not 42". */
  private boolean negated(Span span) {
    return follows("instead_of", span.from());
  }

  /** Whether the words before are of a list. */
  private boolean follows(String list, int at) {
    for (var length = 1; length <= MOST_WORDS_BEFORE && at - length >= 0; length++) {
      var before = new Span(at - length, at);
      if (reading.language().list(list).whole(reading.tokens(), before, Names.NONE) != null) {
        return true;
      }
    }
    return false;
  }
}
