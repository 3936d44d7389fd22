package rapport.conversation.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.value.Token.Kind;

/** Ages said as ages: "42 years old", "aged 35-44", "late twenties", "in her 40s", "teenager". */
public final class AgeFinder implements Finder {

  /** Years of life from one token to before another. */
  private record Years(int first, int last, int from, int to) {}

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
    var unit = tokens.phrase(unitAt, passage.wording().ageUnits());
    var led = passage.wording().ageLeads().contains(tokens.get(amount.from() - 1).lower());
    if (unit == 0 && !led) {
      return null;
    }
    var to = unit > 0 ? unitAt + unit : amount.to();
    return new Found(Found.Kind.AGE, amount.value(), passage.start(amount.from()), passage.end(to));
  }

  private static Found found(Passage passage, Years years) {
    return new Found(
        Found.Kind.AGE,
        FieldValue.text(years.first() + "-" + years.last()),
        passage.start(years.from()),
        passage.end(years.to()));
  }

  /** "since the nineties" tells a year. */
  private static boolean era(Passage passage, int at) {
    var tokens = passage.tokens();
    var before = tokens.is(at - 1, "the") ? at - 2 : at - 1;
    return passage.wording().eras().contains(tokens.get(before).lower())
        || passage.wording().parts().containsKey(tokens.get(at - 1).lower());
  }

  /** One part of life, or from one to another: "thirties to mid forties". */
  private static @Nullable Years decades(Passage passage, int from) {
    var first = decade(passage, from);
    if (first == null) {
      return null;
    }
    var joint = passage.tokens().get(first.to()).lower();
    if (passage.wording().joints().contains(joint) || joint.equals("and")) {
      var second = decade(passage, first.to() + 1);
      if (second != null && second.last() > first.first()) {
        return new Years(first.first(), second.last(), from, second.to());
      }
    }
    return first;
  }

  private static @Nullable Years decade(Passage passage, int from) {
    var tokens = passage.tokens();
    var wording = passage.wording();
    var named = wording.parts().get(tokens.get(from).lower());
    var part = named == null ? Wording.Part.WHOLE : named;
    var at = named == null ? from : from + 1;
    if (named != null && tokens.is(at, "-")) {
      at++;
    }
    var word = tokens.get(at).lower();
    if (named == null
        && (word.equals("teens") || word.equals("teenager") || word.equals("teenagers"))) {
      return new Years(13, 19, from, at + 1);
    }
    var spelled = wording.decades().get(word);
    if (spelled != null) {
      return new Years(spelled + part.first(), spelled + part.last(), from, at + 1);
    }
    var written = written(tokens, at);
    return written == 0
        ? null
        : new Years(written + part.first(), written + part.last(), from, at + 2);
  }

  /** The 40 of "40s". */
  private static int written(Tokens tokens, int at) {
    var token = tokens.get(at);
    var decade =
        token.kind() == Kind.NUMBER
            && token.lower().length() == 2
            && token.lower().endsWith("0")
            && token.lower().charAt(0) >= '2'
            && tokens.is(at + 1, "s")
            && tokens.touchesPrevious(at + 1);
    return decade ? Integer.parseInt(token.lower()) : 0;
  }
}
