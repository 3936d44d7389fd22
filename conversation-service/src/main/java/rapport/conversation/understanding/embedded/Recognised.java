package rapport.conversation.understanding.embedded;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.FieldWords.Kind;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.understanding.embedded.Reply.Given;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Found;

/**
 * Understands words that say by themselves what they are: "lives in Berlin", "divorced", "MBA",
 * "she's a marketing director".
 */
final class Recognised {

  private final Reading reading;
  private final List<Candidate> candidates;
  private final Written written;
  private final Places places;
  private final List<Field> fields;

  Recognised(Reading reading, List<Candidate> candidates, Written written) {
    this.reading = reading;
    this.candidates = candidates;
    this.written = written;
    this.places = new Places(reading);
    this.fields =
        reading.fields().values().stream()
            .filter(field -> takesWords(field) && reading.language().knows(field.path()))
            .sorted(
                Comparator.comparing((Field field) -> !reading.asked(field))
                    .thenComparing(field -> !besideAsked(field)))
            .toList();
  }

  /**
   * Reads one clause.
   *
   * @param cautious whether it may as well be the answer to an open question, so that only what
   *     cannot be meant otherwise is taken out of it
   */
  void read(Span clause, boolean cautious) {
    if (!cautious || headIs(Kind.TITLE) || headIs(Kind.PERSON)) {
      workplace(clause);
    }
    each((field, words) -> words.is(Kind.EXPERIENCE) ? experience(field, clause) : none());
    each((field, words) -> words.is(Kind.COUNTRY) ? country(field, clause) : none());
    each((field, words) -> words.is(Kind.CLOSED) ? closed(field, clause) : none());
    each((field, words) -> words.is(Kind.COUNTRY) ? none() : led(field, clause, cautious));
    if (!cautious) {
      each((field, words) -> trait(field, words, clause));
      each((field, words) -> words.is(Kind.TITLE) ? title(field, clause) : none());
      each((field, words) -> value(field, words, clause));
    }
    each((field, words) -> words.is(Kind.PERSON) ? person(field, clause) : none());
    each((field, words) -> words.is(Kind.ORGANISATION) ? company(field, clause) : none());
  }

  /** The "works in a bakery" of "works in a bakery in Leeds", whose end is where somebody lives. */
  Span withoutPlace(Span clause) {
    var home =
        fields.stream()
            .filter(field -> reading.words(field).is(Kind.PLACE))
            .filter(field -> !reading.filled(field) && !written.has(field))
            .findFirst();
    var job = reading.head().filter(field -> reading.words(field).is(Kind.TITLE));
    if (home.isEmpty() || job.isEmpty() || (reading.asked(home.get()) && !opens(clause))) {
      return clause;
    }
    for (var at = clause.to() - 2; at > clause.from(); at--) {
      var rest = new Span(at + 1, clause.to());
      if (reading.language().has("place_leads", reading.tokens(), at)
          && places.names(rest).equals(rest)) {
        var given = given(home.get(), reading.quote(rest), rest, Confidence.RECOGNISED);
        given.ifPresent(value -> fill(home.get(), value));
        return given.isPresent() ? new Span(clause.from(), at) : clause;
      }
    }
    return clause;
  }

  /**
   * "She's a student" is an occupation among demographics and a job title among the first facts.
   */
  private boolean besideAsked(Field field) {
    return reading.head().filter(head -> section(head).equals(section(field))).isPresent();
  }

  private static String section(Field field) {
    return field.path().substring(0, Math.max(0, field.path().lastIndexOf('.')));
  }

  private static Optional<Given> none() {
    return Optional.empty();
  }

  private void each(BiFunction<Field, FieldWords, Optional<Given>> rule) {
    for (var field : fields) {
      if (!written.has(field)) {
        rule.apply(field, reading.words(field)).ifPresent(given -> fill(field, given));
      }
    }
  }

  private static boolean takesWords(Field field) {
    return field.type().freeText() && field.type() != FieldType.RICHTEXT;
  }

  private void fill(Field field, Given given) {
    var asked = reading.asked(field);
    written.fill(
        field,
        given,
        asked ? Math.max(given.confidence(), Confidence.TYPED_AND_ASKED) : given.confidence());
  }

  /** "lives in Canada". */
  private Optional<Given> country(Field field, Span clause) {
    return lead(field, clause)
        .flatMap(places::country)
        .flatMap(span -> given(field, reading.quote(span), span, Confidence.RECOGNISED));
  }

  /** "lives in Berlin", "works as a nurse". */
  private Optional<Given> led(Field field, Span clause, boolean cautious) {
    var words = reading.words(field);
    var lead = lead(field, clause).filter(rest -> !written.used(rest));
    if (lead.isEmpty() || (cautious && !places.proper(lead.get()) && !known(words, lead.get()))) {
      return none();
    }
    var rest = lead.get();
    if (words.is(Kind.TITLE)) {
      var start = reading.language().afterOpeners("determiners", reading.tokens(), rest).from();
      var title = new Titles(reading).startingAt(start, rest.to());
      var span = title.orElse(new Span(start, rest.to()));
      return given(field, reading.quote(span), span, Confidence.NAMED);
    }
    var span =
        words.is(Kind.KEEPS_LEAD)
            ? reading.language().afterOpeners("pronouns", reading.tokens(), clause)
            : places.extended(words.is(Kind.PLACE) ? place(rest) : rest);
    return given(field, reading.quote(span), span, Confidence.NAMED);
  }

  /** The "Cornwall" of "Cornwall with her husband". */
  private Span place(Span span) {
    var to = span.from() + 1;
    while (to < span.to() && !reading.language().has("place_ends", reading.tokens(), to)) {
      to++;
    }
    return new Span(span.from(), to);
  }

  /** Whether the words begin with a known value: "speaks english and french". */
  private boolean known(FieldWords words, Span span) {
    return words.values().length(reading.tokens(), span.from(), span.to()) > 0;
  }

  /** The words after a lead, if the clause has one. */
  private Optional<Span> lead(Field field, Span clause) {
    var leads = reading.words(field).leads();
    for (var at = clause.from(); at < clause.to() && !leads.empty(); at++) {
      var length = leads.length(reading.tokens(), at, clause.to());
      if (length > 0) {
        var negated = reading.language().has("negations", reading.tokens(), at - 1);
        var rest = new Span(at + length, end(field, at + length, clause.to()));
        return rest.empty() || negated ? Optional.empty() : Optional.of(rest);
      }
    }
    return Optional.empty();
  }

  /** Where another field is led to: the "and pay in" of "speak French and pay in euros". */
  private int end(Field field, int from, int to) {
    for (var at = from + 1; at + 1 < to; at++) {
      var next = at + 1;
      if (reading.language().has("joints", reading.tokens(), at)
          && fields.stream()
              .filter(other -> !other.equals(field))
              .anyMatch(o -> reading.words(o).leads().length(reading.tokens(), next, to) > 0)) {
        return at;
      }
    }
    return to;
  }

  /** "shops online at Amazon", "quite impulsive". */
  private Optional<Given> trait(Field field, FieldWords words, Span clause) {
    if (words.keeps().empty() && words.traits().empty()) {
      return none();
    }
    var start = reading.language().afterOpeners("pronouns", reading.tokens(), clause);
    if (words.keeps().length(reading.tokens(), start.from(), start.to()) > 0) {
      return given(field, reading.quote(start), start, Confidence.RECOGNISED);
    }
    var bare = reading.language().afterOpeners("trait_openers", reading.tokens(), start);
    var said = words.traits().whole(reading.tokens(), bare, Names.NONE) != null;
    var degree = reading.language().afterOpeners("copulas", reading.tokens(), start);
    return said ? given(field, reading.quote(degree), degree, Confidence.RECOGNISED) : none();
  }

  /** "divorced", "mostly women". */
  private Optional<Given> closed(Field field, Span clause) {
    return new ClosedValues(reading, field)
        .only(clause)
        .flatMap(v -> given(field, v.meaning(), v.span(), Confidence.RECOGNISED));
  }

  /** "an MBA", "a SaaS company". */
  private Optional<Given> value(Field field, FieldWords words, Span clause) {
    var answersHead = words.is(Kind.TITLE) && headIs(Kind.TITLE);
    if (words.is(Kind.CLOSED) || words.is(Kind.ASKED_ONLY) || reading.asked(field) || answersHead) {
      return none();
    }
    for (var at = clause.from(); at < clause.to(); at++) {
      var match = words.values().longest(reading.tokens(), at, clause.to(), Names.NONE);
      if (match != null
          && !written.used(new Span(at, match.to()))
          && fits(field, clause, new Span(at, match.to()))) {
        var span =
            new Span(at, field.type() == FieldType.TEXT ? told(match.to(), clause) : match.to());
        return given(field, reading.quote(span), span, Confidence.RECOGNISED);
      }
    }
    return none();
  }

  /** Where the "in logistics" of "a masters in logistics" ends. */
  private int told(int end, Span clause) {
    var tokens = reading.tokens();
    var to = end;
    if (reading.language().has("value_links", tokens, end) && end + 1 < clause.to()) {
      to = reading.end(end + 1, clause.to(), "joints", "place_ends");
    }
    return to;
  }

  /** "a SaaS company", "industry retail"; other fields' values need no such company. */
  private boolean fits(Field field, Span clause, Span value) {
    var tokens = reading.tokens();
    var after = value.to();
    return !reading.words(field).is(Kind.BEFORE_COMPANY)
        || reading.language().length("company_nouns", tokens, after, clause.to()) > 0
        || reading.language().length("company_nouns", tokens, after + 1, clause.to()) > 0
        || reading.cues().stream()
            .anyMatch(c -> c.paths().contains(field.path()) && c.span().to() == value.from());
  }

  private Optional<Given> title(Field field, Span clause) {
    return new Titles(reading)
        .in(clause)
        .or(() -> besideAge(clause))
        .filter(span -> !written.used(span))
        .flatMap(span -> given(field, reading.quote(span), span, Confidence.RECOGNISED));
  }

  /** The "carpenter" of "he is 60 and a carpenter". */
  private Optional<Span> besideAge(Span clause) {
    return candidates.stream()
        .filter(candidate -> candidate.kind() == Found.Kind.AGE || written.used(candidate.span()))
        .map(candidate -> candidate.span().to())
        .filter(at ->
            clause.contains(at)
                && reading.language().has("ands", reading.tokens(), at)
                && reading.language().has("indefinite_articles", reading.tokens(), at + 1))
        .findFirst()
        .flatMap(at -> new Titles(reading).startingAt(at + 2, clause.to()));
  }

  /** "let's call him Raj Patel". */
  private Optional<Given> person(Field field, Span clause) {
    var opened = reading.language().afterOpeners("answer_openers", reading.tokens(), clause);
    var name = reading.language().afterOpeners("call_leads", reading.tokens(), opened);
    return name.empty() || name.equals(opened)
        ? none()
        : given(field, reading.quote(name), name, Confidence.NAMED);
  }

  /** "15 years in consulting". */
  private Optional<Given> experience(Field field, Span clause) {
    var briefly =
        reading.head().map(reading::words).filter(w -> w.is(Kind.ASKED_ONLY) || w.is(Kind.CLOSED));
    if (briefly.isPresent() || reading.asked(field)) {
      return none();
    }
    return candidates.stream()
        .filter(candidate -> candidate.kind() == Found.Kind.DURATION)
        .map(Candidate::span)
        .filter(years -> clause.contains(years) && !written.used(years))
        .filter(years ->
            reading.language().length("experience_links", reading.tokens(), years.to(), clause.to())
                > 0)
        .findFirst()
        .map(years -> new Span(years.from(), clause.to()))
        .flatMap(span -> given(field, reading.quote(span), span, Confidence.RECOGNISED));
  }

  /** "Fleet manager for a haulage firm". */
  private void workplace(Span clause) {
    var workplaces = new Workplaces(reading);
    workplaces
        .in(clause)
        .or(() -> headIs(Kind.TITLE) && opens(clause) ? workplaces.after(clause) : Optional.empty())
        .filter(place -> !written.used(place.title()))
        .ifPresent(place -> {
          each((field, words) -> words.is(Kind.TITLE) ? quoted(field, place.title()) : none());
          each((field, words) ->
              words.is(Kind.BEFORE_COMPANY) && !place.kind().empty()
                  ? quoted(field, place.kind())
                  : none());
        });
  }

  private boolean opens(Span clause) {
    return clause.from() == reading.message().span().from();
  }

  private Optional<Given> quoted(Field field, Span words) {
    return given(field, reading.quote(words), words, Confidence.RECOGNISED);
  }

  private boolean headIs(Kind kind) {
    return reading.head().filter(head -> reading.words(head).is(kind)).isPresent();
  }

  /** "for Acme Corp", "head of sales at Acme". */
  private Optional<Given> company(Field field, Span clause) {
    for (var at = clause.from(); at < clause.to(); at++) {
      var lead = reading.language().length("company_leads", reading.tokens(), at, clause.to());
      var title = employed(clause, at);
      var employer = places.names(new Span(at + 1, clause.to()));
      if (title.isPresent() && !employer.empty()) {
        title(title.get());
        return given(field, reading.quote(employer), employer, Confidence.RECOGNISED);
      }
      var name = places.names(new Span(at + lead, clause.to()));
      var corporate =
          name.size() > 1
              && reading.language().has("company_suffixes", reading.tokens(), name.to() - 1);
      if (lead > 0 && corporate) {
        return given(field, reading.quote(name), name, Confidence.RECOGNISED);
      }
    }
    return none();
  }

  /** What somebody works as, when a word stands between that and whom they work for. */
  private Optional<Span> employed(Span clause, int at) {
    return reading.language().has("employers", reading.tokens(), at)
        ? new Titles(reading).endingBefore(at, clause)
        : Optional.empty();
  }

  /** The title would be lost beside the company. */
  private void title(Span title) {
    fields.stream()
        .filter(field -> reading.words(field).is(Kind.TITLE) && !written.has(field))
        .filter(field -> reading.asked(field) || !reading.filled(field))
        .findFirst()
        .ifPresent(field -> quoted(field, title).ifPresent(given -> fill(field, given)));
  }

  private Optional<Given> given(Field field, String value, Span quote, double confidence) {
    return switch (reading.check(field, FieldValue.text(value))) {
      case Answer.Accepted(var accepted) -> Optional.of(new Given(accepted, quote, confidence));
      case Answer.Refused _ -> none();
    };
  }

  /** The second half of "Kelly Lawson, Marketing Manager", for the job title. */
  void titleInName(Span name) {
    var titles = new Titles(reading);
    for (var at = name.from() + 1; at < name.to(); at++) {
      if (reading.tokens().is(at, ",")) {
        var rest = new Span(at + 1, name.to());
        var whole = titles.startingAt(rest.from(), rest.to());
        whole.ifPresent(span ->
            titleFields()
                .forEach(f ->
                    given(f, reading.quote(span), span, Confidence.RECOGNISED)
                        .ifPresent(g -> written.fill(f, g, Confidence.RECOGNISED))));
        return;
      }
    }
  }

  /** The second half of "Lyon, France", for the country. */
  void countryOfPlace() {
    var home =
        fields.stream()
            .filter(field -> reading.words(field).is(Kind.PLACE) && written.has(field))
            .findFirst();
    var country =
        fields.stream()
            .filter(field -> reading.words(field).is(Kind.COUNTRY))
            .filter(field -> !reading.filled(field) && !written.has(field))
            .findFirst();
    if (home.isEmpty() || country.isEmpty()) {
      return;
    }
    reading.message().clauses().stream()
        .filter(clause -> written.used(clause) && reading.tokens().is(clause.from() - 1, ","))
        .flatMap(clause -> places.country(clause).stream())
        .findFirst()
        .flatMap(span -> quoted(country.get(), span))
        .ifPresent(given -> fill(country.get(), given));
  }

  private List<Field> titleFields() {
    return reading.fields().values().stream()
        .filter(field -> reading.words(field).is(Kind.TITLE) && !reading.filled(field))
        .limit(1)
        .toList();
  }
}
