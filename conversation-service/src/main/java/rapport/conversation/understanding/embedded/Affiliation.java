package rapport.conversation.understanding.embedded;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rapport.conversation.understanding.embedded.FieldWords.Kind;
import rapport.conversation.understanding.embedded.Language.Command;
import rapport.conversation.understanding.embedded.Phrases.Names;

/**
 * Understands who speaks, and for which company: "I'm Dana from Brightloom", "we at Kettle & Co",
 * "Dana here, Brightloom Ltd". What may as well be where somebody lives, or their department, is no
 * company.
 */
final class Affiliation {

  private static final int MOST_WORDS_OF_A_NAME = 3;
  private static final int MOST_WORDS_OF_A_DEPARTMENT = 3;

  private final Reading reading;
  private final Language language;
  private final WordFields fields;
  private final Places places;

  Affiliation(Reading reading, WordFields fields) {
    this.reading = reading;
    this.language = reading.language();
    this.fields = fields;
    this.places = new Places(reading);
  }

  /** Reads one clause, in flows that ask people about themselves. */
  void read(Span clause) {
    if (fields.of(Kind.PERSON).allMatch(field -> reading.words(field).is(Kind.PERSONA))) {
      return;
    }
    named(clause).ifPresent(name -> fill(Kind.PERSON, name));
    company(clause).ifPresent(name -> fill(Kind.ORGANISATION, name));
  }

  private void fill(Kind kind, Span name) {
    fields
        .empty(kind)
        .ifPresent(
            field -> fields.quoted(field, name).ifPresent(given -> fields.fill(field, given)));
  }

  /** The "Dana" of "Dana here, Brightloom Ltd" and of "Hi, Dana from accounting". */
  private Optional<Span> named(Span clause) {
    var opened = language.afterOpeners("answer_openers", reading.tokens(), clause);
    var name = person(opened);
    var rest = new Span(name.to(), clause.to());
    var linked = isLinked(rest) && rest.size() <= 2 + MOST_WORDS_OF_A_DEPARTMENT;
    var here = language.has("presence", reading.tokens(), clause.to() - 1);
    var introduces =
        (linked && (here || greeted(clause)))
            || (here && rest.size() == 1 && (greeted(clause) || isFollowedByCompany(clause)));
    return !name.empty() && introduces ? Optional.of(name) : Optional.empty();
  }

  private Optional<Span> company(Span clause) {
    var opened = language.afterOpeners("answer_openers", reading.tokens(), clause);
    return led(clause)
        .or(() ->
            Stream.of(introduced(opened), named(clause))
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(name -> linked(new Span(name.to(), clause.to()))))
        .or(() -> Optional.of(organisation(opened)).filter(name -> isWhole(name, opened)));
  }

  /** The "Kettle & Co" of "we at Kettle & Co are looking for help". */
  private Optional<Span> led(Span clause) {
    return IntStream.range(clause.from(), clause.to())
        .filter(at -> length("affiliation_leads", at, clause.to()) > 0)
        .filter(at -> !language.has("negations", reading.tokens(), at - 1))
        .map(at -> at + length("affiliation_leads", at, clause.to()))
        .mapToObj(at -> organisation(new Span(at, clause.to())))
        .filter(this::isCompany)
        .findFirst();
  }

  /** The "Dana" of "I'm Dana". */
  private Optional<Span> introduced(Span clause) {
    return fields
        .of(Kind.PERSON)
        .map(field -> reading.words(field).leads())
        .map(leads -> leads.length(reading.tokens(), clause.from(), clause.to()))
        .filter(lead -> lead > 0)
        .map(lead -> person(new Span(clause.from() + lead, clause.to())))
        .filter(name -> !name.empty())
        .findFirst();
  }

  /** The "Brightloom" of "from Brightloom". */
  private Optional<Span> linked(Span rest) {
    return isLinked(rest)
        ? Optional.of(organisation(new Span(rest.from() + 1, rest.to()))).filter(this::isCompany)
        : Optional.empty();
  }

  private boolean isLinked(Span rest) {
    return language.has("affiliation_links", reading.tokens(), rest.from()) && rest.size() > 1;
  }

  private boolean greeted(Span clause) {
    var clauses = reading.message().clauses();
    var said = language.commands().whole(reading.tokens(), clauses.getFirst(), Names.NONE);
    return said != null
        && said.meaning() == Command.GREETING
        && clauses.size() > 1
        && clauses.get(1).from() == clause.from();
  }

  private boolean isFollowedByCompany(Span clause) {
    return reading.message().clauses().stream()
        .filter(next -> next.from() > clause.from())
        .findFirst()
        .filter(next -> isWhole(organisation(next), next))
        .isPresent();
  }

  /** The name of a person that begins here; a title or a function is none. */
  private Span person(Span words) {
    var name = places.names(words);
    var other =
        name.size() > MOST_WORDS_OF_A_NAME
            || new Titles(reading).startingAt(name.from(), words.to()).isPresent()
            || length("functions", name.from(), name.to()) > 0;
    return other ? new Span(words.from(), words.from()) : name;
  }

  /** The capitalised words that begin here, with the "ltd" behind them. */
  private Span organisation(Span words) {
    var to = places.names(words).to();
    while (to > words.from() && to < words.to() && isSuffix(to)) {
      to++;
    }
    return new Span(words.from(), reading.tokens().is(to - 1, "&") ? to - 1 : to);
  }

  private boolean isSuffix(int at) {
    return language.has("company_suffixes", reading.tokens(), at);
  }

  private boolean isWhole(Span name, Span clause) {
    var rest = language.beforeClosers("answer_closers", reading.tokens(), clause);
    return name.size() > 1 && name.to() == rest.to() && isSuffix(name.to() - 1);
  }

  private boolean isCompany(Span name) {
    return !name.empty() && (isSuffix(name.to() - 1) || !(isPlace(name) || isDepartment(name)));
  }

  /** "Berlin", "Austin Texas", "Smallville, Kansas". */
  private boolean isPlace(Span name) {
    var after = reading.tokens().is(name.to(), ",") ? name.to() + 1 : name.to();
    var added = places.names(new Span(after, reading.tokens().size()));
    return isNamedPlace(name)
        || Towns.has(reading.quote(new Span(name.from(), name.from() + 1)))
        || (after > name.to() && !added.empty() && isNamedPlace(added));
  }

  private boolean isNamedPlace(Span name) {
    return Towns.has(reading.quote(name)) || places.country(name).isPresent();
  }

  /** "Accounting", "Sales". */
  private boolean isDepartment(Span name) {
    return length("functions", name.from(), name.to()) > 0;
  }

  private int length(String list, int at, int to) {
    return language.length(list, reading.tokens(), at, to);
  }
}
