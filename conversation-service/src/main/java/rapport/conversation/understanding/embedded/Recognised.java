package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Optional;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.FieldWords.Kind;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.understanding.embedded.Reply.Given;
import rapport.conversation.value.Found;

/** Understands words that say by themselves what they are: "lives in Berlin", "divorced", "MBA". */
final class Recognised {

  private final Reading reading;
  private final List<Candidate> candidates;
  private final Written written;
  private final Places places;
  private final WordFields fields;
  private final Employment employment;
  private final Affiliation affiliation;

  Recognised(
      Reading reading,
      List<Candidate> candidates,
      Written written,
      WordFields fields,
      Employment employment) {
    this.reading = reading;
    this.candidates = candidates;
    this.written = written;
    this.places = new Places(reading);
    this.fields = fields;
    this.employment = employment;
    this.affiliation = new Affiliation(reading, fields);
  }

  /**
   * Reads one clause.
   *
   * @param cautious whether it may as well be the answer to an open question, so that only what
   *     cannot be meant otherwise is taken out of it
   */
  void read(Span clause, boolean cautious) {
    if (!cautious || fields.headIs(Kind.TITLE) || fields.headIs(Kind.PERSON)) {
      employment.workplace(clause);
    }
    fields.each(Kind.EXPERIENCE, field -> experience(field, clause));
    fields.each(Kind.COUNTRY, field -> country(field, clause));
    if (!cautious) {
      fields.each(
          Kind.BEFORE_COMPANY,
          field ->
              reading.asked(field)
                  ? Optional.empty()
                  : new Industries(reading)
                      .in(clause, reading.words(field).values())
                      .filter(words -> !written.used(words))
                      .flatMap(words -> fields.quoted(field, words)));
    }
    fields.each(Kind.CLOSED, field -> closed(field, clause));
    fields.each(
        (field, words) -> words.is(Kind.COUNTRY) ? Optional.empty() : led(field, clause, cautious));
    if (!cautious) {
      fields.each((field, words) -> trait(field, words, clause));
      fields.each(Kind.TITLE, field -> employment.title(field, clause));
      fields.each((field, words) -> value(field, words, clause));
    }
    if (cautious && !reading.opens(clause)) {
      fields.each(Kind.TITLE, field -> nothingBut(clause).flatMap(t -> fields.quoted(field, t)));
    }
    titleInPlace(clause);
    fields.each(Kind.PERSON, field -> person(field, clause));
    affiliation.read(clause);
    fields.each(Kind.ORGANISATION, field -> employment.company(field, clause));
  }

  /** The "works in a bakery" of "works in a bakery in Leeds", whose end is where somebody lives. */
  Span withoutPlace(Span clause) {
    var home = fields.empty(Kind.PLACE);
    // "Netherlands, near Utrecht"
    var besidesCountry = fields.headIs(Kind.COUNTRY) && !reading.opens(clause);
    if (home.isEmpty()
        || !(fields.headIs(Kind.TITLE) || besidesCountry)
        || (reading.asked(home.get()) && !reading.opens(clause))) {
      return clause;
    }
    var first = besidesCountry ? clause.from() : clause.from() + 1;
    var last = besidesCountry ? clause.from() : clause.to() - 2;
    for (var at = last; at >= first; at--) {
      var rest = new Span(at + 1, clause.to());
      if (reading.language().has("place_leads", reading.tokens(), at)
          && places.names(rest).equals(rest)) {
        var given = fields.quoted(home.get(), rest);
        given.ifPresent(value -> fields.fill(home.get(), value));
        return given.isPresent() ? new Span(clause.from(), at) : clause;
      }
    }
    return clause;
  }

  /** The title of "..., he is the finance director": a clause that says nothing else. */
  private Optional<Span> nothingBut(Span clause) {
    var context =
        reading.language().length("title_contexts", reading.tokens(), clause.from(), clause.to());
    var said = new Span(clause.from() + context, clause.to());
    return context == 0
        ? Optional.empty()
        : new Titles(reading).startingAt(said.from(), said.to()).filter(said::equals);
  }

  /** "A paralegal in Denver", "a vet nurse from Galway". */
  private void titleInPlace(Span clause) {
    if (fields.empty(Kind.PLACE).isEmpty()) {
      return;
    }
    for (var at = clause.from() + 1; at < clause.to() - 1; at++) {
      var name = places.names(new Span(at + 1, clause.to()));
      var title = new Titles(reading).endingBefore(at, clause);
      if (reading.language().has("place_leads", reading.tokens(), at)
          && title.isPresent()
          && !name.empty()
          && !written.used(name)) {
        fields.each(Kind.PLACE, field -> fields.quoted(field, name));
        if (fields.headIs(Kind.TITLE)) {
          fields.each(
              Kind.TITLE,
              field -> reading.asked(field) ? fields.quoted(field, title.get()) : Optional.empty());
        }
        return;
      }
    }
  }

  /** "lives in Canada". */
  private Optional<Given> country(Field field, Span clause) {
    return lead(field, clause).flatMap(places::country).flatMap(span -> fields.quoted(field, span));
  }

  /** "lives in Berlin", "works as a nurse". */
  private Optional<Given> led(Field field, Span clause, boolean cautious) {
    var words = reading.words(field);
    var lead =
        lead(field, clause)
            .filter(rest -> !written.used(rest) && !answersHead(field, clause))
            .filter(_ -> !words.is(Kind.EXPERIENCE) || !reading.asked(field));
    if (lead.isEmpty() || (cautious && !places.proper(lead.get()) && !known(words, lead.get()))) {
      return Optional.empty();
    }
    var rest = lead.get();
    if (field.type() == FieldType.NAME || field.type() == FieldType.TAGS) {
      return proper(rest).flatMap(name -> fields.quoted(field, name));
    }
    if (words.is(Kind.TITLE)) {
      var start = reading.language().afterOpeners("determiners", reading.tokens(), rest).from();
      var title = new Titles(reading).startingAt(start, rest.to());
      var span = title.orElse(new Span(start, rest.to()));
      return fields.given(field, reading.quote(span), span, Confidence.NAMED);
    }
    var span =
        words.is(Kind.KEEPS_LEAD)
            ? reading.language().afterOpeners("pronouns", reading.tokens(), untold(clause, rest))
            : places.extended(words.is(Kind.PLACE) ? place(rest) : rest);
    return fields.given(field, reading.quote(span), span, Confidence.NAMED);
  }

  /** The "Priya" of "Priya from Loomworks"; a title or a language is nobody's name. */
  private Optional<Span> proper(Span words) {
    var name = places.names(words);
    var other =
        new Titles(reading).startingAt(name.from(), words.to()).isPresent()
            || reading
                    .language()
                    .length("spoken_languages", reading.tokens(), name.from(), name.to())
                > 0;
    return name.empty() || other ? Optional.empty() : Optional.of(name);
  }

  /** The "studied law" of "forty one makes 90k studied law", where other values end. */
  private Span untold(Span clause, Span rest) {
    return written.after(new Span(clause.from(), rest.to()));
  }

  /** Asked for the business of those who buy, "we sell to breweries" tells it. */
  private boolean answersHead(Field field, Span clause) {
    return !reading.asked(field)
        && fields.headIs(Kind.BEFORE_COMPANY)
        && reading.opens(clause)
        && reading.language().has("sellers", reading.tokens(), clause.from());
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
        var negated =
            reading.language().has("negations", reading.tokens(), at - 1)
                || reading.language().list("formerly").length(reading.tokens(), clause.from(), at)
                    > 0;
        var rest = new Span(at + length, end(field, at + length, clause.to()));
        return rest.empty() || negated ? Optional.empty() : Optional.of(rest);
      }
    }
    return Optional.empty();
  }

  /** Where another field is led to: the "and pay in" of "speak French and pay in euros". */
  private int end(Field field, int from, int to) {
    for (var at = from + 1; at + 1 < to; at++) {
      if (reading.language().has("joints", reading.tokens(), at)
          && fields.leads(field, at + 1, to)) {
        return at;
      }
    }
    return to;
  }

  /** "shops online at Amazon", "quite impulsive". */
  private Optional<Given> trait(Field field, FieldWords words, Span clause) {
    if (words.keeps().empty() && words.traits().empty()) {
      return Optional.empty();
    }
    var start = reading.language().afterOpeners("pronouns", reading.tokens(), clause);
    if (words.keeps().length(reading.tokens(), start.from(), start.to()) > 0) {
      return fields.quoted(field, start);
    }
    var bare = reading.language().afterOpeners("trait_openers", reading.tokens(), start);
    var said = words.traits().whole(reading.tokens(), bare, Names.NONE) != null;
    var degree = reading.language().afterOpeners("copulas", reading.tokens(), start);
    return said ? fields.quoted(field, degree) : Optional.empty();
  }

  /** "divorced", "mostly women"; "the girls from uni" are others. */
  private Optional<Given> closed(Field field, Span clause) {
    return new ClosedValues(reading, field)
        .only(clause)
        .filter(v -> !reading.language().has("definites", reading.tokens(), v.span().from() - 1))
        .filter(v -> !children(v.span()))
        .flatMap(v -> fields.given(field, v.meaning(), v.span(), Confidence.RECOGNISED));
  }

  /** The "boys" of "two boys". */
  private boolean children(Span word) {
    return reading.language().has("child_words", reading.tokens(), word.from())
        && candidates.stream()
            .anyMatch(one -> one.span().to() >= word.from() && one.span().from() < word.from());
  }

  /** "an MBA", "a SaaS company". */
  private Optional<Given> value(Field field, FieldWords words, Span clause) {
    var answersHead = words.is(Kind.TITLE) && fields.headIs(Kind.TITLE);
    if (words.is(Kind.CLOSED) || words.is(Kind.ASKED_ONLY) || reading.asked(field) || answersHead) {
      return Optional.empty();
    }
    for (var at = clause.from(); at < clause.to(); at++) {
      var match = words.values().longest(reading.tokens(), at, clause.to(), Names.NONE);
      if (match != null
          && !written.used(new Span(at, match.to()))
          && fits(field, clause, new Span(at, match.to()))) {
        var span =
            new Span(at, field.type() == FieldType.TEXT ? told(match.to(), clause) : match.to());
        return fields.quoted(field, span);
      }
    }
    return Optional.empty();
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

  /** "let's call him Raj Patel". */
  private Optional<Given> person(Field field, Span clause) {
    var opened = new Cursor(reading, clause).skip("joints").skip("answer_openers").rest();
    var name = reading.language().afterOpeners("call_leads", reading.tokens(), opened);
    return name.empty() || name.equals(opened)
        ? Optional.empty()
        : fields.given(field, reading.quote(name), name, Confidence.NAMED);
  }

  /** "15 years in consulting". */
  private Optional<Given> experience(Field field, Span clause) {
    var briefly =
        reading.head().map(reading::words).filter(w -> w.is(Kind.ASKED_ONLY) || w.is(Kind.CLOSED));
    if (briefly.isPresent() || reading.asked(field)) {
      return Optional.empty();
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
        .flatMap(span -> fields.quoted(field, span));
  }

  /** The second half of "Lyon, France", for the country. */
  void countryOfPlace() {
    var country = fields.empty(Kind.COUNTRY);
    if (country.isEmpty() || fields.of(Kind.PLACE).noneMatch(written::has)) {
      return;
    }
    reading.message().clauses().stream()
        .filter(clause -> written.used(clause) && reading.tokens().is(clause.from() - 1, ","))
        .flatMap(clause -> places.country(clause).stream())
        .findFirst()
        .flatMap(span -> fields.quoted(country.get(), span))
        .ifPresent(given -> fields.fill(country.get(), given));
  }
}
