package rapport.conversation.value;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * German numbers, which are written in one word: "fünfundvierzig", "zweitausendfünfhundert",
 * "anderthalb", "dreieinhalb", and in "vierköpfig" and "zu viert".
 */
final class GermanNumbers implements NumberWords.Spelling {

  /** No number anybody spells is longer. */
  private static final int LONGEST = 60;

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

  private static final Map<String, BigDecimal> UNITS =
      WordLists.numbers("ein 1 zwei 2 zwo 2 drei 3 vier 4 fünf 5 sechs 6 sieben 7 acht 8 neun 9");
  private static final Map<String, BigDecimal> TENS =
      WordLists.numbers(
          "zwanzig 20 dreißig 30 vierzig 40 fünfzig 50 sechzig 60 siebzig 70 achtzig 80 neunzig 90");
  private static final Map<String, BigDecimal> SMALL = small();

  private static Map<String, BigDecimal> small() {
    var small =
        new HashMap<>(
            WordLists.numbers(
                "null 0 eins 1 zehn 10 elf 11 zwölf 12 dreizehn 13 vierzehn 14 fünfzehn 15"
                    + " sechzehn 16 siebzehn 17 achtzehn 18 neunzehn 19 anderthalb 1.5"
                    + " eineinhalb 1.5 zweit 2 dritt 3 viert 4 fünft 5 sechst 6"));
    small.putAll(UNITS);
    small.putAll(TENS);
    // By itself it is an article, which counts nothing.
    small.remove("ein");
    return Map.copyOf(small);
  }

  @Override
  public @Nullable BigDecimal number(String word) {
    if (word.length() > LONGEST) {
      return null;
    }
    var plain = spelling(word);
    var headed = plain.indexOf("köpfig");
    return read(headed > 0 ? plain.substring(0, headed) : plain);
  }

  /** As in Germany today: "fünf" for "fuenf", "dreißig" for "dreissig". */
  private static String spelling(String word) {
    return word.replace("fuenf", "fünf")
        .replace("zwoelf", "zwölf")
        .replace("koepfig", "köpfig")
        .replace("dreissig", "dreißig");
  }

  private static @Nullable BigDecimal read(String word) {
    var small = SMALL.get(word);
    if (small != null) {
      return small;
    }
    if (word.endsWith("einhalb")) {
      var whole = read(word.substring(0, word.length() - "einhalb".length()));
      return whole == null ? null : whole.add(HALF);
    }
    var thousands = scaled(word, "tausend", THOUSAND);
    if (thousands != null) {
      return thousands;
    }
    var hundreds = scaled(word, "hundert", HUNDRED);
    return hundreds != null ? hundreds : unitAndTen(word);
  }

  /** "dreihundertfünf", "hundert", "einhundertundeins". */
  private static @Nullable BigDecimal scaled(String word, String name, BigDecimal scale) {
    var at = word.indexOf(name);
    if (at < 0) {
      return null;
    }
    var times = at == 0 ? BigDecimal.ONE : part(word.substring(0, at));
    var after = word.substring(at + name.length());
    var rest =
        after.isEmpty()
            ? BigDecimal.ZERO
            : read(after.startsWith("und") ? after.substring(3) : after);
    return times == null || rest == null ? null : times.multiply(scale).add(rest);
  }

  /** What stands before "hundert" and "tausend", where one is "ein". */
  private static @Nullable BigDecimal part(String word) {
    return word.equals("ein") ? BigDecimal.ONE : read(word);
  }

  /** "fünfundvierzig". */
  private static @Nullable BigDecimal unitAndTen(String word) {
    var and = word.indexOf("und");
    if (and < 0) {
      return null;
    }
    var unit = UNITS.get(word.substring(0, and));
    var ten = TENS.get(word.substring(and + 3));
    return unit == null || ten == null ? null : unit.add(ten);
  }
}
