package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import rapport.conversation.flow.Field;
import rapport.conversation.understanding.embedded.FieldWords.Kind;
import rapport.conversation.understanding.embedded.Reply.Given;
import rapport.conversation.value.Found;

/** Understands what somebody works as, for whom and in which business. */
final class Employment {

  private final Reading reading;
  private final List<Candidate> candidates;
  private final Written written;
  private final WordFields fields;
  private final Places places;

  Employment(Reading reading, List<Candidate> candidates, Written written, WordFields fields) {
    this.reading = reading;
    this.candidates = candidates;
    this.written = written;
    this.fields = fields;
    this.places = new Places(reading);
  }

  /** "Fleet manager for a haulage firm". */
  void workplace(Span clause) {
    var workplaces = new Workplaces(reading);
    workplaces
        .in(clause)
        .or(() ->
            fields.headIs(Kind.TITLE) && reading.opens(clause)
                ? workplaces.after(clause)
                : Optional.empty())
        .filter(place -> !written.used(place.title()))
        .ifPresent(place -> {
          fields.each(Kind.TITLE, field -> fields.quoted(field, place.title()));
          if (!place.kind().empty()) {
            fields.each(Kind.BEFORE_COMPANY, field -> fields.quoted(field, place.kind()));
          }
        });
  }

  /** "She's a marketing director", "he is 60 and a carpenter". */
  Optional<Given> title(Field field, Span clause) {
    return new Titles(reading)
        .in(clause)
        .or(() -> besideAge(clause))
        .filter(span -> !written.used(span))
        .flatMap(span -> fields.quoted(field, span));
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

  /** "for Acme Corp", "head of sales at Acme". */
  Optional<Given> company(Field field, Span clause) {
    for (var at = clause.from(); at < clause.to(); at++) {
      var lead = reading.language().length("company_leads", reading.tokens(), at, clause.to());
      var title = employed(clause, at);
      var employer = places.names(new Span(at + 1, clause.to()));
      if (title.isPresent() && !employer.empty()) {
        title(title.get());
        return fields.quoted(field, employer);
      }
      var name = places.names(new Span(at + lead, clause.to()));
      var corporate =
          name.size() > 1
              && reading.language().has("company_suffixes", reading.tokens(), name.to() - 1);
      if (lead > 0 && corporate) {
        return fields.quoted(field, name);
      }
    }
    return Optional.empty();
  }

  /** What somebody works as, when a word stands between that and whom they work for. */
  private Optional<Span> employed(Span clause, int at) {
    return reading.language().has("employers", reading.tokens(), at)
        ? new Titles(reading).endingBefore(at, clause)
        : Optional.empty();
  }

  /** The title would be lost beside the company. */
  private void title(Span title) {
    fields
        .of(Kind.TITLE)
        .filter(field -> !written.has(field))
        .filter(field -> reading.asked(field) || !reading.filled(field))
        .findFirst()
        .ifPresent(
            field -> fields.quoted(field, title).ifPresent(given -> fields.fill(field, given)));
  }

  /** The second half of "Kelly Lawson, Marketing Manager", for the job title. */
  void titleInName(Span name) {
    IntStream.range(name.from() + 1, name.to())
        .filter(at -> reading.tokens().is(at, ","))
        .findFirst()
        .ifPresent(at -> {
          var after = new Span(at + 1, name.to());
          var from = reading.language().afterOpeners("determiners", reading.tokens(), after).from();
          new Titles(reading).startingAt(from, name.to()).ifPresent(this::title);
        });
  }
}
