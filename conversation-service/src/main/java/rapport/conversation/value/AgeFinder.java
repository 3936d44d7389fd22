package rapport.conversation.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.value.AgeWords.Part;
import rapport.conversation.value.Token.Kind;

/** Ages said as ages: "42 years old", "aged 35-44", "late twenties", "in her 40s", "teenager". */
public final class AgeFinder implements Finder {

  /** Years of life from one token to before another. */
  private record Years(Part part, int from, int to) {}

  @Override
  public List<Found> find(Passage passage) {
    var found = new ArrayList<Found>();
    for (var amount : passage.amounts()) {
      var age = numbered(passage, amount);
      if (age != null) {
        found.add(age);
      }
    }
    var at = 0;
    while (at < passage.tokens().size()) {
      var years = era(passage, at) ? null : decades(passage, at);
      if (years != null) {
        found.add(found(passage, years));
      }
      at = years == null ? at + 1 : years.to();
    }
    found.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return found;
  }

  private static @Nullable Found numbered(Passage passage, Amount amount) {
    if (amount.currency() != null) {
      return null;
    }
    var tokens = passage.tokens();
    var unitAt = tokens.is(amount.to(), "-") ? amount.to() + 1 : amount.to();
    var unit = tokens.phrase(unitAt, passage.wording().ages().units());
    var led = passage.wording().ages().leads().contains(tokens.get(amount.from() - 1).lower());
    if (unit == 0 && !led) {
      return null;
    }
    var to = unit > 0 ? unitAt + unit : amount.to();
    return new Found(Found.Kind.AGE, amount.value(), passage.start(amount.from()), passage.end(to));
  }

  private static Found found(Passage passage, Years years) {
    return new Found(
        Found.Kind.AGE,
        FieldValue.text(years.part().first() + "-" + years.part().last()),
        passage.start(years.from()),
        passage.end(years.to()));
  }

  /** "since the nineties" tells a year. */
  private static boolean era(Passage passage, int at) {
    var ages = passage.wording().ages();
    var tokens = passage.tokens();
    var before = ages.articles().contains(tokens.get(at - 1).lower()) ? at - 2 : at - 1;
    var word = tokens.get(before).lower();
    return ages.eras().contains(word) || ages.parts().containsKey(word);
  }

  /** One part of life, or from one to another: "thirties to mid forties". */
  private static @Nullable Years decades(Passage passage, int from) {
    var first = years(passage, from);
    if (first == null || !joint(passage, first.to())) {
      return first;
    }
    var second = years(passage, first.to() + 1);
    return second != null && second.part().last() > first.part().first()
        ? new Years(new Part(first.part().first(), second.part().last()), from, second.to())
        : first;
  }

  private static boolean joint(Passage passage, int at) {
    var word = passage.tokens().get(at).lower();
    return passage.wording().ranges().joints().contains(word)
        || passage.wording().numbers().ands().contains(word);
  }

  private static @Nullable Years years(Passage passage, int from) {
    var ages = passage.wording().ages();
    var named = ages.named().get(passage.tokens().get(from).lower());
    if (named != null) {
      return new Years(named, from, from + 1);
    }
    var somewhat = somewhat(passage, from);
    return somewhat == null ? partOfDecade(passage, from) : somewhat;
  }

  /** "cuarenta y tantos". */
  private static @Nullable Years somewhat(Passage passage, int from) {
    var ages = passage.wording().ages();
    var decade = ages.partDecades().get(passage.tokens().get(from).lower());
    var length = decade == null ? 0 : passage.tokens().phrase(from + 1, ages.somewhat());
    return decade == null || length == 0
        ? null
        : new Years(Part.WHOLE.after(decade), from, from + 1 + length);
  }

  /** "mid forties", or "Anfang bis Mitte 40". */
  private static @Nullable Years partOfDecade(Passage passage, int from) {
    var parts = passage.wording().ages().parts();
    var part = parts.get(passage.tokens().get(from).lower());
    if (part == null) {
      var decade = decade(passage, from, false);
      return decade == null ? null : years(Part.WHOLE, decade, from);
    }
    var until = joint(passage, from + 1) ? parts.get(passage.tokens().get(from + 2).lower()) : null;
    var decade = decade(passage, until == null ? from + 1 : from + 3, true);
    var last = until == null ? part.last() : until.last();
    return decade == null ? null : years(new Part(part.first(), last), decade, from);
  }

  private static Years years(Part part, Decade decade, int from) {
    return new Years(part.after(decade.first()), from, decade.to());
  }

  /** A decade of life, and the first token after it. */
  private record Decade(int first, int to) {}

  private static @Nullable Decade decade(Passage passage, int from, boolean afterPart) {
    var ages = passage.wording().ages();
    var tokens = passage.tokens();
    var stepped = tokens.is(from, "-") || ages.articles().contains(tokens.get(from).lower());
    var at = afterPart && stepped ? from + 1 : from;
    var word = tokens.get(at).lower();
    var spelled =
        ages.decades().getOrDefault(word, afterPart ? ages.partDecades().get(word) : null);
    if (spelled != null) {
      return new Decade(spelled, at + 1);
    }
    var digits = digits(tokens.get(at));
    if (digits == 0) {
      return null;
    }
    var suffix =
        tokens.touchesPrevious(at + 1) && ages.suffixes().contains(tokens.get(at + 1).lower());
    return suffix
        ? new Decade(digits, at + 2)
        : afterPart && ages.bareDigits() ? new Decade(digits, at + 1) : null;
  }

  /** The 40 of "40s"; 0 when the digits are no decade of life. */
  private static int digits(Token token) {
    var decade =
        token.kind() == Kind.NUMBER
            && token.lower().length() == 2
            && token.lower().endsWith("0")
            && token.lower().charAt(0) >= '2';
    return decade ? Integer.parseInt(token.lower()) : 0;
  }
}
