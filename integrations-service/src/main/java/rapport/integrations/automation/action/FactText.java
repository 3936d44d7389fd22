package rapport.integrations.automation.action;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts facts where a text says {@code {{fact}}}. */
final class FactText {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([a-z_]+)\\s*}}");

  private FactText() {}

  static String of(String text, Map<String, Object> facts) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(written(match.group(1), facts.get(match.group(1)))));
  }

  private static String written(String name, @Nullable Object value) {
    return switch (value) {
      case null -> name.equals("account_name") ? "the account" : "not known";
      case Double number ->
          BigDecimal.valueOf(number)
              .setScale(2, RoundingMode.HALF_UP)
              .stripTrailingZeros()
              .toPlainString();
      default -> value.toString();
    };
  }
}
