package rapport.conversation.reply;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.value.DurationFinder;
import rapport.conversation.value.Passage;
import rapport.conversation.value.Wording;

/** Values as people of a language write them: {@code 120000 USD} as $120,000. */
final class ValueWords {

  private static final Pattern AMOUNT =
      Pattern.compile("(\\d+(?:\\.\\d+)?)(?:-(\\d+(?:\\.\\d+)?))?(?: ([A-Z]{3}))?");

  private static final int LONGEST_QUOTE = 120;

  private final ULocale locale;
  private final FlowTexts texts;

  ValueWords(ULocale locale, FlowTexts texts) {
    this.locale = locale;
    this.texts = texts;
  }

  String show(Field field, FieldValue value) {
    return switch (value) {
      case FieldValue.Text(var text) when field.type() == FieldType.CHOICE ->
          texts.field(field.path()).option(text);
      // A usual name, such as that of a standard stage, has a label in every language.
      case FieldValue.Text(var text) when field.type() == FieldType.STRING ->
          shorten(texts.field(field.path()).option(text));
      case FieldValue.Text(var text) when isAmount(field.type()) -> amount(text);
      case FieldValue.Num(var number) -> NumberFormat.getInstance(locale).format(number);
      case FieldValue.Tags(var tags) -> ListFormatter.getInstance(locale).format(tags);
      case FieldValue.Text _, FieldValue.Flag _ -> shorten(value.display());
    };
  }

  /** Whether a value is nothing but a length of time, so that it is nobody's own words. */
  boolean lasting(FieldValue value) {
    var text = value.display();
    var found = new DurationFinder().find(Passage.of(text, Wording.of(locale.toLanguageTag())));
    return found.size() == 1
        && found.getFirst().start() == 0
        && found.getFirst().end() == text.length();
  }

  private static boolean isAmount(FieldType type) {
    return type == FieldType.MONEY || type == FieldType.COUNT;
  }

  private String amount(String canonical) {
    var parts = AMOUNT.matcher(canonical);
    if (!parts.matches()) {
      return shorten(canonical);
    }
    var low = number(parts.group(1), parts.group(3));
    return parts.group(2) == null ? low : low + "–" + number(parts.group(2), parts.group(3));
  }

  private String number(String digits, String currency) {
    var format =
        currency == null
            ? NumberFormat.getInstance(locale)
            : NumberFormat.getCurrencyInstance(locale);
    if (currency != null) {
      format.setCurrency(Currency.getInstance(currency));
    }
    format.setMinimumFractionDigits(0);
    return format.format(new BigDecimal(digits));
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_QUOTE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE / 2)).strip() + "…";
  }
}
