package rapport.conversation.value;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spanish numbers in words: "cuarenta y cinco", "doscientas", "mil doscientos", "dos mil millones",
 * "millón y medio". With or without their accents.
 */
final class SpanishNumbers implements NumberWords.Spelling {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final String AND = "y";
  private static final String THOUSAND = "mil";

  /** No number has more words. */
  private static final int MOST_WORDS = 16;

  private static final Set<String> ARTICLES = Set.of("un", "una");
  private static final Set<String> HALVES = Set.of("medio", "media");

  private static final Map<String, BigDecimal> SMALL = small();

  private static final Map<String, BigDecimal> SCALES =
      WordLists.numbers(
          "mil 1000 millón 1000000 millon 1000000 millones 1000000 billón 1000000000000"
              + " billon 1000000000000 billones 1000000000000");

  private static Map<String, BigDecimal> small() {
    var words =
        new HashMap<>(
            WordLists.numbers(
                "cero 0 uno 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10"
                    + " once 11 doce 12 trece 13 catorce 14 quince 15 dieciséis 16 dieciseis 16"
                    + " diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 veintiuno 21"
                    + " veintiuna 21 veintiún 21 veintiun 21 veintidós 22 veintidos 22"
                    + " veintitrés 23 veintitres 23 veinticuatro 24 veinticinco 25 veintiséis 26"
                    + " veintiseis 26 veintisiete 27 veintiocho 28 veintinueve 29 treinta 30"
                    + " cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90"
                    + " cien 100 ciento 100"));
    var hundreds =
        WordLists.numbers(
            "doscient 200 trescient 300 cuatrocient 400 quinient 500 seiscient 600 setecient 700"
                + " ochocient 800 novecient 900");
    hundreds.forEach((stem, number) -> {
      words.put(stem + "os", number);
      words.put(stem + "as", number);
    });
    return Map.copyOf(words);
  }

  @Override
  public @Nullable BigDecimal number(String word) {
    return SMALL.get(word);
  }

  @Override
  public @Nullable Numeral number(Tokens tokens, int from) {
    var sum = new Sum();
    var at = from;
    for (var words = 0; words < MOST_WORDS; words++) {
      var next = sum.add(tokens, at);
      if (next == at) {
        break;
      }
      at = next;
    }
    return at == from ? null : sum.numeral(at);
  }

  /** What has been read of a number. */
  private static final class Sum {

    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal group = BigDecimal.ZERO;
    private BigDecimal mantissa = BigDecimal.ZERO;
    private BigDecimal scale = BigDecimal.ONE;
    private boolean any;
    private boolean plain = true;

    /** Adds what is said here; the first token after it, or {@code at} when the number is over. */
    int add(Tokens tokens, int at) {
      var word = tokens.get(at).lower();
      if (any && word.equals(AND)) {
        return joined(tokens, at);
      }
      var times = SCALES.get(word);
      if (times != null) {
        return scaled(times, word) ? at + 1 : at;
      }
      if (!any && ARTICLES.contains(word)) {
        var next = tokens.get(at + 1).lower();
        return SCALES.containsKey(next) && !next.equals(THOUSAND) ? take(BigDecimal.ONE, at) : at;
      }
      var small = SMALL.get(word);
      return small != null && fits(small) ? take(small, at) : at;
    }

    /** "cuarenta y cinco", "tres y medio", "millón y medio". */
    private int joined(Tokens tokens, int at) {
      var word = tokens.get(at + 1).lower();
      var unit = SMALL.get(word);
      if (unit != null && unit.compareTo(BigDecimal.TEN) < 0 && endsWithTen()) {
        return take(unit, at + 1);
      }
      if (!HALVES.contains(word)) {
        return at;
      }
      if (group.signum() > 0) {
        return take(HALF, at + 1);
      }
      total = total.add(scale.multiply(HALF));
      mantissa = mantissa.add(HALF);
      return at + 2;
    }

    private boolean endsWithTen() {
      var tens = group.remainder(HUNDRED);
      return tens.compareTo(BigDecimal.valueOf(30)) >= 0
          && tens.remainder(BigDecimal.TEN).signum() == 0;
    }

    /** A hundred takes anything below; two other numbers beside one another are two. */
    private boolean fits(BigDecimal small) {
      var hundreds = group.signum() > 0 && group.remainder(HUNDRED).signum() == 0;
      return group.signum() == 0 || (hundreds && small.compareTo(HUNDRED) < 0);
    }

    private int take(BigDecimal number, int at) {
      plain = plain && total.signum() == 0;
      group = group.add(number);
      any = true;
      return at + 1;
    }

    private boolean scaled(BigDecimal times, String word) {
      if (!any && !word.equals(THOUSAND)) {
        return false;
      }
      var bigger = any && times.compareTo(scale) > 0;
      if (total.signum() == 0) {
        mantissa = group.signum() == 0 ? BigDecimal.ONE : group;
        total = mantissa.multiply(times);
      } else if (bigger) {
        // "tres mil quinientos millones"
        mantissa = total.add(group);
        total = mantissa.multiply(times);
      } else if (group.signum() > 0) {
        total = total.add(group.multiply(times));
        plain = false;
      } else {
        return false;
      }
      group = BigDecimal.ZERO;
      scale = times;
      any = true;
      return true;
    }

    Numeral numeral(int to) {
      var scaledOnce = plain && group.signum() == 0 && total.signum() > 0;
      return scaledOnce
          ? new Numeral(mantissa, scale, to)
          : new Numeral(total.add(group), BigDecimal.ONE, to);
    }
  }
}
