package rapport.conversation.summary;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rapport.conversation.summary.Words.Glue;

/** Figures as people of a language write them: {@code 120000 USD} as $120,000. */
final class Amounts {

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal THOUSANDS_OF_MILLIONS = BigDecimal.valueOf(1000);
  private static final Pattern FIGURES =
      Pattern.compile(
          "(?<below><)?(?<low>\\d+(?:\\.\\d+)?)(?:\\s?[-–]\\s?(?<high>\\d+(?:\\.\\d+)?))?"
              + "(?<more>\\+)?(?: (?<unit>\\p{L}+))?");
  private static final Pattern NUMBER_IN_WORDS =
      Pattern.compile("(?U).*\\d[\\d\\s.,+–-]*(?:k|or more)?");
  private static final Pattern LENGTH_IN_WORDS = Pattern.compile("(?U).*\\d\\W*\\p{L}{3,}");
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());
  private static final Pattern STARTS_WITH_FIGURE = Pattern.compile("[$€£]?\\s?\\d.*");

  private static final Pattern THOUSANDS = Pattern.compile("\\d,\\d{3}");

  private final Words words;

  Amounts(Words words) {
    this.words = words;
  }

  /** A number or a range, in the person's words if they are about a number; otherwise empty. */
  Optional<String> number(String text) {
    var figures = FIGURES.matcher(text);
    return figures.matches() && figures.group("unit") == null
        ? Optional.of(ends(figures, this::plain))
        : inWords(text).filter(found -> NUMBER_IN_WORDS.matcher(found).matches());
  }

  /** What is counted, with its number. */
  Optional<String> count(String text, String one, String many) {
    return number(text).map(number -> number + " " + (text.equals("1") ? one : many));
  }

  /** An amount of money, of whatever currency; empty when the words are about something else. */
  Optional<String> money(String text) {
    var figures = FIGURES.matcher(text);
    if (!figures.matches()) {
      return inWords(text);
    }
    var code = figures.group("unit");
    if (code == null) {
      return Optional.of(ends(figures, this::plain));
    }
    return CURRENCIES.contains(code)
        ? Optional.of(ends(figures, digits -> money(digits, code)))
        : inWords(text);
  }

  /** A length of time with its unit. */
  Optional<String> duration(String text) {
    var figures = FIGURES.matcher(text);
    if (figures.matches() && figures.group("unit") != null) {
      return CURRENCIES.contains(figures.group("unit"))
          ? Optional.empty()
          : Optional.of(ends(figures, this::plain) + " " + figures.group("unit"));
    }
    return startsWithFigure(text) && LENGTH_IN_WORDS.matcher(text).matches()
        ? Optional.of(text)
        : Optional.empty();
  }

  private String ends(Matcher figures, UnaryOperator<String> written) {
    var low = written.apply(figures.group("low"));
    var high = figures.group("high");
    if (high != null) {
      return low + words.glue(Glue.RANGE) + written.apply(high);
    }
    if (figures.group("more") != null) {
      return low + words.glue(Glue.OR_MORE);
    }
    return figures.group("below") != null ? words.glue(Glue.BELOW) + low : low;
  }

  private String plain(String digits) {
    return NumberFormat.getInstance(words.locale()).format(new BigDecimal(digits));
  }

  private String money(String digits, String code) {
    var amount = new BigDecimal(digits);
    var format = (DecimalFormat) NumberFormat.getCurrencyInstance(words.locale());
    format.setCurrency(Currency.getInstance(code));
    format.setMinimumFractionDigits(0);
    format.setMaximumFractionDigits(amount.stripTrailingZeros().scale() > 0 ? 2 : 0);
    return isRoundMillions(amount)
        ? format.getPositivePrefix() + compact(amount) + format.getPositiveSuffix()
        : format.format(amount);
  }

  private static boolean isRoundMillions(BigDecimal amount) {
    var millions = amount.divide(MILLION);
    return millions.compareTo(BigDecimal.ONE) >= 0
        && millions.stripTrailingZeros().scale() <= 1
        && millions.compareTo(THOUSANDS_OF_MILLIONS) < 0;
  }

  private String compact(BigDecimal amount) {
    var format = NumberFormat.getCompactNumberInstance(words.locale(), NumberFormat.Style.LONG);
    format.setMaximumFractionDigits(1);
    return format.format(amount.doubleValue()); // a BigDecimal would lose its fraction
  }

  /** "about 60k euros a year", without the words that the sentence brings along. */
  private Optional<String> inWords(String text) {
    if (!startsWithFigure(text)) {
      return Optional.empty();
    }
    var tokens = words.tokens(text);
    for (var i = 1; tokens.has(i); i++) {
      var length = tokens.match(i, words.all(WordList.UNITS));
      if (length > 0 && !tokens.has(i + length)) {
        return Optional.of(text.substring(0, tokens.at(i - 1).end()));
      }
    }
    return Optional.of(text);
  }

  private boolean startsWithFigure(String text) {
    var tokens = words.tokens(text);
    var about = tokens.match(0, words.all(WordList.ABOUT));
    return !THOUSANDS.matcher(text).replaceAll("").contains(",")
        && tokens.has(about)
        && STARTS_WITH_FIGURE.matcher(tokens.word(about)).matches();
  }
}
