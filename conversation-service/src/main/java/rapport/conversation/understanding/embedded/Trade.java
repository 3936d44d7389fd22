package rapport.conversation.understanding.embedded;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rapport.conversation.flow.Field;
import rapport.conversation.understanding.embedded.FieldWords.Kind;
import rapport.conversation.understanding.embedded.Reply.Given;

/**
 * Tells apart what a company sells and to whom, when one of both was asked or something else was
 * answered before: "they make hearing aids and sell them to clinics", "they supply hotels with
 * linen".
 */
final class Trade {

  private final Reading reading;
  private final Answering answering;
  private final Written written;

  Trade(Reading reading, Answering answering, Written written) {
    this.reading = reading;
    this.answering = answering;
    this.written = written;
  }

  private record Deal(Span wares, Span buyers) {

    boolean whole() {
      return !wares.empty() && !buyers.empty();
    }
  }

  void read() {
    var wares = empty(Kind.WARES);
    var buyers = empty(Kind.BUYERS);
    var asked = Stream.of(wares, buyers).flatMap(Optional::stream).anyMatch(this::askedFirst);
    if (wares.isEmpty() || buyers.isEmpty()) {
      return;
    }
    reading.message().sentences().stream()
        .filter(sentence -> asked || !reading.opens(sentence.span()))
        .filter(sentence -> !sentence.question() && !written.used(sentence.span()))
        .flatMap(sentence -> deal(sentence.span()).stream())
        .filter(Deal::whole)
        .findFirst()
        .ifPresent(deal -> {
          fill(wares.get(), deal.wares());
          fill(buyers.get(), deal.buyers());
        });
  }

  private Optional<Field> empty(Kind kind) {
    return reading.fields().values().stream()
        .filter(field -> reading.words(field).is(kind) && !written.has(field))
        .filter(field -> reading.asked(field) || !reading.filled(field))
        .findFirst();
  }

  private boolean askedFirst(Field field) {
    return reading.head().filter(field::equals).isPresent();
  }

  private Optional<Deal> deal(Span sentence) {
    var told = new Cursor(reading, sentence).skip("answer_openers").skip("pronouns").rest();
    return supplied(told)
        .or(() -> sold(told, "selling_verbs", "buyer_leads"))
        .or(() -> sold(told, "selling_verbs", "resale_leads"))
        .or(() -> sold(told, "making_verbs", "resale_leads"));
  }

  /** "Supply hotels with linen". */
  private Optional<Deal> supplied(Span told) {
    var verb = length("supplying_verbs", told);
    return IntStream.range(told.from() + verb, verb == 0 ? 0 : told.to())
        .filter(at -> reading.language().has("withs", reading.tokens(), at))
        .mapToObj(at -> new Deal(new Span(at + 1, told.to()), new Span(told.from() + verb, at)))
        .findFirst();
  }

  /** "Sell packaging machines, mainly to dairies". */
  private Optional<Deal> sold(Span told, String verbs, String leads) {
    var verb = length(verbs, told);
    return IntStream.range(told.from() + verb, verb == 0 ? 0 : told.to())
        .filter(at -> length(leads, new Span(at, told.to())) > 0)
        .mapToObj(at ->
            new Deal(
                new Span(told.from() + verb, at),
                new Span(at + length(leads, new Span(at, told.to())), told.to())))
        .findFirst();
  }

  private int length(String list, Span words) {
    return reading.language().length(list, reading.tokens(), words.from(), words.to());
  }

  private void fill(Field field, Span words) {
    if (answering.read(field, words) instanceof Given given) {
      written.fill(field, given, Confidence.NAMED);
    }
  }
}
