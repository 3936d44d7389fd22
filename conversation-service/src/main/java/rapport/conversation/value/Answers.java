package rapport.conversation.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import rapport.contracts.FieldValue;
import rapport.contracts.FieldValue.Flag;
import rapport.contracts.FieldValue.Num;
import rapport.contracts.FieldValue.Tags;
import rapport.contracts.FieldValue.Text;
import rapport.conversation.flow.Field;
import rapport.conversation.value.Answer.Accepted;
import rapport.conversation.value.Answer.Refused;

/**
 * Decides whether a value may stand in a field, and in which form. Chat and panel ask the same
 * question here.
 *
 * <p>Codes: {@code empty}, {@code wrong-type}, {@code control-characters}, {@code too-long}, {@code
 * too-many}, {@code not-an-option}, {@code not-yes-or-no}, {@code not-an-age}, {@code
 * age-out-of-range}, {@code not-a-number}, {@code number-out-of-range}, {@code not-an-email},
 * {@code not-a-phone-number}, {@code not-a-url}.
 */
public final class Answers {

  /** Most characters of a short answer, and of a tag. */
  public static final int SHORT = 200;

  /** Most characters of a few sentences. */
  public static final int LONG = 4_000;

  /** Most characters of paragraphs. */
  public static final int RICH = 20_000;

  /** Most tags in a list. */
  public static final int MOST_TAGS = 50;

  private Answers() {}

  /**
   * Checks a value said in English, for a field whose options all stand in the flow.
   *
   * @return the canonical value, or why it is refused
   */
  public static Answer check(Field field, FieldValue value) {
    return check(field, value, List.of(), Wording.ENGLISH);
  }

  /**
   * Checks a value said in English.
   *
   * @param choices the options the context adds
   * @return the canonical value, or why it is refused
   */
  public static Answer check(Field field, FieldValue value, List<String> choices) {
    return check(field, value, choices, Wording.ENGLISH);
  }

  /**
   * Checks a value for a field.
   *
   * @param choices the options the context adds, for a field with {@code optionsFrom}; when it has
   *     none to compare with, such a field takes any words
   * @param wording how the language says numbers and units
   * @return the canonical value, or why it is refused
   */
  public static Answer check(Field field, FieldValue value, List<String> choices, Wording wording) {
    return switch (value) {
      case Text(var text) -> text(field, Words.clean(text), choices, wording);
      case Num number -> number(field, number);
      case Flag flag ->
          switch (field.type()) {
            case CONFIRM -> new Accepted(flag);
            case STRING,
                TEXT,
                RICHTEXT,
                NAME,
                CHOICE,
                TAGS,
                AGE,
                MONEY,
                COUNT,
                DURATION,
                INTEGER,
                EMAIL,
                PHONE,
                URL,
                IMAGE ->
                new Refused("wrong-type");
          };
      case Tags(var tags) ->
          switch (field.type()) {
            case TAGS -> tags(tags);
            case STRING,
                TEXT,
                RICHTEXT,
                NAME,
                CHOICE,
                CONFIRM,
                AGE,
                MONEY,
                COUNT,
                DURATION,
                INTEGER,
                EMAIL,
                PHONE,
                URL,
                IMAGE ->
                new Refused("wrong-type");
          };
    };
  }

  private static Answer number(Field field, Num number) {
    return switch (field.type()) {
      case AGE -> Ages.check(number);
      case INTEGER -> integer(field, number.number());
      case MONEY, COUNT ->
          number.number().signum() < 0
              ? new Refused("number-out-of-range")
              : accepted(number.display());
      case STRING,
          TEXT,
          RICHTEXT,
          NAME,
          CHOICE,
          CONFIRM,
          TAGS,
          DURATION,
          EMAIL,
          PHONE,
          URL,
          IMAGE ->
          new Refused("wrong-type");
    };
  }

  private static Answer text(Field field, String text, List<String> choices, Wording wording) {
    if (text.isEmpty()) {
      return new Refused("empty");
    }
    if (Words.controlled(text)) {
      return new Refused("control-characters");
    }
    return switch (field.type()) {
      case STRING, NAME -> atMost(SHORT, text);
      case TEXT -> atMost(LONG, text);
      case RICHTEXT -> atMost(RICH, text);
      case TAGS -> tags(Arrays.asList(text.split("[,;\n]")));
      case CHOICE -> choice(field, text, choices);
      case CONFIRM -> confirm(text, wording);
      case AGE -> Ages.check(text, wording);
      case MONEY -> money(text, wording);
      case COUNT -> count(text, wording);
      case DURATION -> duration(text, wording);
      case INTEGER -> integer(field, text, wording);
      case EMAIL -> Emails.valid(text) ? accepted(text) : new Refused("not-an-email");
      case PHONE -> phone(text) ? accepted(text) : new Refused("not-a-phone-number");
      case URL, IMAGE -> Urls.valid(text) ? accepted(text) : new Refused("not-a-url");
    };
  }

  private static Answer accepted(String text) {
    return new Accepted(FieldValue.text(text));
  }

  private static Answer atMost(int most, String text) {
    return text.codePointCount(0, text.length()) > most ? new Refused("too-long") : accepted(text);
  }

  private static Answer tags(List<String> given) {
    var tags = new ArrayList<String>();
    for (var tag : given) {
      var clean = Words.clean(tag);
      if (Words.controlled(clean)) {
        return new Refused("control-characters");
      }
      if (clean.codePointCount(0, clean.length()) > SHORT) {
        return new Refused("too-long");
      }
      if (!clean.isEmpty() && !tags.contains(clean)) {
        tags.add(clean);
      }
      // Counted as they come, so that a list of thousands is not compared with itself.
      if (tags.size() > MOST_TAGS) {
        return new Refused("too-many");
      }
    }
    return tags.isEmpty() ? new Refused("empty") : new Accepted(new Tags(tags));
  }

  private static Answer choice(Field field, String text, List<String> choices) {
    var options = new ArrayList<>(field.options());
    options.addAll(choices);
    var option = Options.match(options, text);
    if (option.isPresent()) {
      return accepted(option.get());
    }
    var unknown = field.optionsFrom() != null && choices.isEmpty();
    return field.openOptions() || unknown ? atMost(SHORT, text) : new Refused("not-an-option");
  }

  private static Answer confirm(String text, Wording wording) {
    var word = text.toLowerCase(Locale.ROOT);
    if (wording.yes().contains(word)) {
      return new Accepted(new Flag(true));
    }
    return wording.no().contains(word)
        ? new Accepted(new Flag(false))
        : new Refused("not-yes-or-no");
  }

  private static Answer money(String text, Wording wording) {
    var amount = Whole.of(text, wording).amount();
    return amount == null ? atMost(SHORT, text) : accepted(amount.canonical());
  }

  private static Answer count(String text, Wording wording) {
    var whole = Whole.of(text, wording);
    return whole
        .value(new CountFinder())
        .or(() -> whole.value(new NumberFinder()))
        .map(found -> accepted(found.value().display()))
        .orElseGet(() -> atMost(SHORT, text));
  }

  private static Answer duration(String text, Wording wording) {
    return Whole.of(text, wording)
        .value(new DurationFinder())
        .map(found -> (Answer) new Accepted(found.value()))
        .orElseGet(() -> atMost(SHORT, text));
  }

  private static Answer integer(Field field, String text, Wording wording) {
    var sign = text.startsWith("-") ? -1 : 1;
    var amount = Whole.of(sign < 0 ? text.substring(1) : text, wording).amount();
    return amount != null && amount.value() instanceof Num(var number)
        ? integer(field, number.multiply(BigDecimal.valueOf(sign)))
        : new Refused("not-a-number");
  }

  private static Answer integer(Field field, BigDecimal number) {
    if (number.stripTrailingZeros().scale() > 0) {
      return new Refused("not-a-number");
    }
    var least = BigDecimal.valueOf(field.min() == null ? Integer.MIN_VALUE : field.min());
    var most = BigDecimal.valueOf(field.max() == null ? Integer.MAX_VALUE : field.max());
    return number.compareTo(least) < 0 || number.compareTo(most) > 0
        ? new Refused("number-out-of-range")
        : new Accepted(new Num(number));
  }

  /** Seven to fifteen digits (E.164) and the signs people write between them. */
  private static boolean phone(String text) {
    var digits = text.chars().filter(Character::isDigit).count();
    return digits >= 7
        && digits <= 15
        && text.length() <= 40
        && text.chars().allMatch(c -> Character.isDigit(c) || "+()-./ x".indexOf(c) >= 0);
  }
}
