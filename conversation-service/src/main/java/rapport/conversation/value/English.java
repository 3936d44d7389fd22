package rapport.conversation.value;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The English words for numbers, limits and units. */
final class English {

  /** Codes that are everyday words in lower case: "all 50" is not Albanian money. */
  private static final Set<String> EVERYDAY =
      Set.of("ALL", "TRY", "TOP", "CUP", "MOP", "GEL", "LAK", "PEN");

  private English() {}

  static final Wording WORDING =
      new Wording(
          numbered(
              "zero one two three four five six seven eight nine ten eleven twelve thirteen"
                  + " fourteen fifteen sixteen seventeen eighteen nineteen",
              "twenty thirty forty fifty sixty seventy eighty ninety"),
          scales(
              "dozen 12 hundred 100 thousand 1000 grand 1000 k 1000 lakh 100000 lakhs 100000"
                  + " million 1000000 millions 1000000 mil 1000000 mio 1000000 mm 1000000 mn"
                  + " 1000000 m 1000000 crore 10000000 billion 1000000000 bn 1000000000 b"
                  + " 1000000000 trillion 1000000000000"),
          words("k m mm mn mio bn b"),
          words("a an"),
          Map.of("couple", 2),
          words("- to through or until till"),
          Map.of("between", "and", "from", "to"),
          phrases(
              "over|above|more than|at least|upwards of|minimum of|a minimum of|no less than|older than"),
          phrases("+|plus|or more|and up|or older|and older|and above|or above|and over|or over"),
          phrases("under|below|less than|fewer than|younger than"),
          words(
              "about around roughly approximately approx circa nearly almost near maybe some"
                  + " perhaps probably say like ~ ish estimated typically usually mostly just"),
          currencyWords(),
          timeUnits(),
          Map.of(
              "twenties",
              20,
              "thirties",
              30,
              "forties",
              40,
              "fifties",
              50,
              "sixties",
              60,
              "seventies",
              70,
              "eighties",
              80,
              "nineties",
              90),
          Map.of(
              "early",
              new Wording.Part(0, 3),
              "mid",
              new Wording.Part(4, 6),
              "late",
              new Wording.Part(7, 9)),
          phrases(
              "years old|year old|years of age|years-old|year-old|yrs old|yr old|yo|y/o|y.o|y o"),
          words("aged age ages"),
          words("family household group team party staff crew"),
          words(
              "people persons person employees employee staff heads headcount members workers"
                  + " ftes fte folks"),
          words("figure figures digit digits"),
          words(
              "of and or but in to a an the for at on with per is are was not than at by from"
                  + " who that which so each as if then"),
          words("since until till from by of during"));

  private static Set<String> words(String words) {
    return Set.copyOf(parts(words, " "));
  }

  private static List<List<String>> phrases(String phrases) {
    return parts(phrases, "|").stream()
        .map(phrase -> parts(phrase.replace("-", " - ").replace("/", " / "), " "))
        .toList();
  }

  private static Map<String, Integer> numbered(String small, String tens) {
    var numbers = new HashMap<String, Integer>();
    for (var word : parts(small, " ")) {
      numbers.put(word, numbers.size());
    }
    var ten = 20;
    for (var word : parts(tens, " ")) {
      numbers.put(word, ten);
      ten += 10;
    }
    return Map.copyOf(numbers);
  }

  private static Map<String, BigDecimal> scales(String pairs) {
    var scales = new HashMap<String, BigDecimal>();
    var parts = parts(pairs, " ");
    for (var i = 0; i < parts.size(); i += 2) {
      scales.put(parts.get(i), new BigDecimal(parts.get(i + 1)));
    }
    return Map.copyOf(scales);
  }

  private static Map<String, String> currencyWords() {
    var currencies = new HashMap<String, String>();
    Currency.getAvailableCurrencies().stream()
        .map(Currency::getCurrencyCode)
        .filter(code -> !EVERYDAY.contains(code))
        .forEach(code -> currencies.put(code.toLowerCase(Locale.ROOT), code));
    put(currencies, "USD", "$|us$|dollar|dollars|buck|bucks|us dollar|us dollars");
    put(currencies, "EUR", "€|euro|euros");
    put(currencies, "GBP", "£|pound|pounds|quid|pounds sterling|sterling");
    put(currencies, "JPY", "¥|yen");
    put(currencies, "INR", "₹|rupee|rupees|rs");
    put(currencies, "CHF", "franc|francs|swiss franc|swiss francs");
    put(currencies, "CAD", "c$|ca$|canadian dollar|canadian dollars");
    put(currencies, "AUD", "a$|au$|australian dollar|australian dollars");
    put(currencies, "NZD", "nz$|new zealand dollars");
    put(currencies, "SGD", "s$|singapore dollars");
    put(currencies, "HKD", "hk$");
    put(currencies, "BRL", "r$|reais");
    put(currencies, "KRW", "₩|won");
    put(currencies, "ILS", "₪|shekel|shekels");
    put(currencies, "CNY", "yuan|chinese yuan|renminbi|rmb");
    put(currencies, "SEK", "kronor");
    put(currencies, "NOK", "kroner");
    put(currencies, "PLN", "zloty|zł");
    put(currencies, "MXN", "mexican pesos");
    put(currencies, "PHP", "₱");
    put(currencies, "TRY", "₺");
    return Map.copyOf(currencies);
  }

  private static Map<String, String> timeUnits() {
    var durations = new HashMap<String, String>();
    put(durations, "second", "second|seconds|sec|secs");
    put(durations, "minute", "minute|minutes|min|mins");
    put(durations, "hour", "hour|hours|hr|hrs|h");
    put(durations, "day", "day|days");
    put(durations, "week", "week|weeks|wk|wks");
    put(durations, "month", "month|months|mo|mos|mth|mths");
    put(durations, "quarter", "quarter|quarters");
    put(durations, "year", "year|years|yr|yrs");
    return Map.copyOf(durations);
  }

  private static void put(Map<String, String> map, String canonical, String words) {
    for (var word : parts(words, "|")) {
      map.put(word, canonical);
    }
  }

  private static List<String> parts(String text, String separator) {
    return Arrays.stream(text.split(Pattern.quote(separator), -1))
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
