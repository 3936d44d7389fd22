package rapport.conversation.value;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Word lists as they are written in a language's wording: one string for many words. */
final class WordLists {

  private WordLists() {}

  /** Words between spaces. */
  static Set<String> words(String words) {
    return Set.copyOf(parts(words, " "));
  }

  /** Phrases between bars. */
  static List<List<String>> phrases(String phrases) {
    return parts(phrases, "|").stream()
        .map(phrase -> parts(phrase.replace("-", " - ").replace("/", " / "), " "))
        .toList();
  }

  /** "dozen 12 hundred 100". */
  static Map<String, BigDecimal> numbers(String pairs) {
    var numbers = new HashMap<String, BigDecimal>();
    var parts = parts(pairs, " ");
    for (var i = 0; i < parts.size(); i += 2) {
      numbers.put(parts.get(i), new BigDecimal(parts.get(i + 1)));
    }
    return Map.copyOf(numbers);
  }

  /** The same meaning for each of several words between bars. */
  static <M> void put(Map<String, M> map, M meaning, String words) {
    for (var word : parts(words, "|")) {
      map.put(word, meaning);
    }
  }

  /** The codes of all currencies, and the signs that are the same everywhere. */
  static Map<String, String> currencies(Collection<String> everydayWords) {
    var currencies = new HashMap<String, String>();
    Currency.getAvailableCurrencies().stream()
        .map(Currency::getCurrencyCode)
        .filter(code -> !everydayWords.contains(code))
        .forEach(code -> currencies.put(code.toLowerCase(Locale.ROOT), code));
    put(currencies, "USD", "$|us$");
    put(currencies, "EUR", "€|euro|euros");
    put(currencies, "GBP", "£");
    put(currencies, "JPY", "¥|yen");
    put(currencies, "INR", "₹");
    put(currencies, "CAD", "c$|ca$");
    put(currencies, "AUD", "a$|au$");
    put(currencies, "NZD", "nz$");
    put(currencies, "SGD", "s$");
    put(currencies, "HKD", "hk$");
    put(currencies, "BRL", "r$");
    put(currencies, "KRW", "₩|won");
    put(currencies, "ILS", "₪");
    put(currencies, "CNY", "yuan|renminbi|rmb");
    put(currencies, "PLN", "zloty|zł");
    put(currencies, "PHP", "₱");
    put(currencies, "TRY", "₺");
    return currencies;
  }

  static List<String> parts(String text, String separator) {
    return Arrays.stream(text.split(Pattern.quote(separator), -1))
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
