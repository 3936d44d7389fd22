package rapport.conversation.understanding.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
import rapport.conversation.understanding.Utterance;
import rapport.conversation.understanding.embedded.Caution;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Answers;
import rapport.conversation.value.Finder;
import rapport.conversation.value.Found;
import rapport.conversation.value.Options;
import rapport.conversation.value.Passage;
import rapport.conversation.value.Wording;

/**
 * Holds a model's claims against the message. A value is written only when it can be read in the
 * quoted words without the model: texts word for word, numbers by our own finders, options by their
 * names. Whatever else a model makes of a message stays its opinion.
 */
final class Grounding {

  private final Utterance utterance;
  private final Caution caution;
  private final Wording wording;

  Grounding(Utterance utterance, Caution caution) {
    this.utterance = utterance;
    this.caution = caution;
    this.wording = Wording.of(utterance.texts().locale());
  }

  /**
   * A claim that holds.
   *
   * @param value canonical for the field
   * @param quote where the message says so
   */
  record Grounded(Field field, FieldValue value, Quotation quote) {}

  /** The claim with the value that its words really give the field; empty when they give none. */
  Optional<Grounded> of(Field field, ModelAnswer.Claim claim) {
    return Quotation.of(claim.quote(), utterance.text())
        .flatMap(quote ->
            value(field, claim.value(), quote)
                .filter(said -> !denied(said.place()))
                .map(said -> new Grounded(field, said.value(), quote)));
  }

  /** A value, and the words that are it. */
  private record Said(FieldValue value, Quotation place) {}

  private Optional<Said> value(Field field, String claimed, Quotation quote) {
    return switch (field.type()) {
      case STRING, TEXT, RICHTEXT, NAME, EMAIL, PHONE, URL -> words(field, claimed, quote);
      case MONEY, COUNT, DURATION ->
          typed(field, claimed, quote).or(() -> inWords(field, claimed, quote));
      case AGE, INTEGER -> typed(field, claimed, quote);
      case TAGS -> tags(field, claimed, quote);
      case CHOICE -> option(field, claimed, quote);
      case CONFIRM, IMAGE -> Optional.empty();
    };
  }

  private Optional<Said> words(Field field, String claimed, Quotation quote) {
    return Quotation.of(claimed, quote.words())
        .flatMap(place ->
            checked(field, FieldValue.text(place.words()))
                .map(value -> new Said(value, place.within(quote))));
  }

  /** An amount that nobody put a number on: "what a nurse earns". */
  private Optional<Said> inWords(Field field, String claimed, Quotation quote) {
    return claimed.chars().anyMatch(Character::isDigit)
        ? Optional.empty()
        : words(field, claimed, quote);
  }

  /** A value that one of our finders sees in the quoted words as well. */
  private Optional<Said> typed(Field field, String claimed, Quotation quote) {
    var wanted = checked(field, FieldValue.text(claimed));
    var passage = Passage.of(quote.words(), wording);
    return Finder.ALL.stream()
        .flatMap(finder -> finder.find(passage).stream())
        .filter(found -> wanted.isPresent() && checked(field, found.value()).equals(wanted))
        .findFirst()
        .map(found -> new Said(wanted.orElseThrow(), place(found, quote)));
  }

  private static Quotation place(Found found, Quotation quote) {
    var words = quote.words().substring(found.start(), found.end());
    return new Quotation(found.start(), found.end(), words).within(quote);
  }

  private Optional<Said> tags(Field field, String claimed, Quotation quote) {
    var tags = new ArrayList<String>();
    Quotation first = null;
    for (var claim :
        Arrays.stream(claimed.split("[,;\n]")).filter(tag -> !tag.isBlank()).toList()) {
      var place = Quotation.of(claim, quote.words()).map(found -> found.within(quote));
      if (place.isEmpty() || denied(place.get())) {
        return Optional.empty();
      }
      first = first == null ? place.get() : first;
      tags.add(place.get().words());
    }
    var place = first;
    return place == null
        ? Optional.empty()
        : checked(field, new FieldValue.Tags(tags)).map(value -> new Said(value, place));
  }

  /** An option that the quoted words call by its name, or other words where those will do. */
  private Optional<Said> option(Field field, String claimed, Quotation quote) {
    var options = new ArrayList<>(field.options());
    options.addAll(choices(field));
    var option = Options.match(options, claimed);
    if (option.isEmpty()) {
      return field.openOptions() ? words(field, claimed, quote) : Optional.empty();
    }
    var label = utterance.texts().field(field.path()).option(option.get());
    var whole =
        Options.match(options, quote.words()).equals(option)
            ? Optional.of(quote)
            : Optional.<Quotation>empty();
    return whole
        .or(() -> Quotation.of(option.get(), quote.words()).map(place -> place.within(quote)))
        .or(() -> Quotation.of(label, quote.words()).map(place -> place.within(quote)))
        .flatMap(place ->
            checked(field, FieldValue.text(option.get())).map(value -> new Said(value, place)));
  }

  private Optional<FieldValue> checked(Field field, FieldValue value) {
    return Answers.check(field, value, choices(field), wording) instanceof Answer.Accepted(var ok)
        ? Optional.of(ok)
        : Optional.empty();
  }

  private List<String> choices(Field field) {
    return utterance.choices().getOrDefault(field.path(), List.of());
  }

  private boolean denied(Quotation place) {
    return caution.denied(utterance.text(), place.start(), utterance.texts().locale());
  }
}
