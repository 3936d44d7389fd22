package rapport.conversation.summary;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rapport.contracts.FieldValue;
import rapport.contracts.FieldValue.Tags;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowTexts;

/** Values as they stand after a label, in a language of which nothing is known but the labels. */
final class PlainWords {

  private static final int LONGEST = 240;
  private static final Pattern DIGITS = Pattern.compile("\\d{4,}(?:\\.\\d+)?");

  private final FlowTexts labels;
  private final Locale locale;

  PlainWords(FlowTexts labels) {
    this.labels = labels;
    this.locale = Locale.forLanguageTag(labels.locale());
  }

  /** The value in one line; empty when it has neither letters nor digits. */
  String say(Field field, FieldValue value) {
    var texts = labels.field(field.path());
    var text =
        value instanceof Tags(var tags)
            ? tags.stream()
                .map(Cleaning::inOneLine)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.joining(", "))
            : Cleaning.inOneLine(texts.option(value.display()));
    var counted = field.type() == FieldType.MONEY || field.type() == FieldType.COUNT;
    return text.codePoints().anyMatch(Character::isLetterOrDigit)
        ? shortened(counted ? grouped(text) : text)
        : "";
  }

  private String grouped(String text) {
    var format = NumberFormat.getInstance(locale);
    return DIGITS.matcher(text).replaceAll(digits -> format.format(new BigDecimal(digits.group())));
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    var space = text.lastIndexOf(' ', LONGEST);
    var end = space > 0 ? space : text.offsetByCodePoints(0, text.codePointCount(0, LONGEST) - 1);
    return text.substring(0, end).replaceFirst("[\\s,;:.–—-]+$", "") + "…";
  }
}
