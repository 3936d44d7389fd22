package rapport.conversation.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Arabic numbers in words, the units before the tens and all joined by "و": "خمسة وأربعون",
 * "ثلاثمئة وخمسة آلاف", "مليون ونصف". Either gender and any case will do.
 */
final class ArabicNumbers implements NumberWords.Spelling {

  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final String AND = "و";

  /** No number has more parts. */
  private static final int MOST_PARTS = 12;

  /** What is below a thousand and one word, except ten. */
  private static final Map<String, BigDecimal> SMALL =
      numbers(
          "صفر 0 واحد 1 واحدة 1 اثنان 2 اثنين 2 اثنتان 2 اثنتين 2 ثلاث 3 ثلاثة 3 أربع 4 أربعة 4 خمس"
              + " 5 خمسة 5 ست 6 ستة 6 سبع 7 سبعة 7 ثمان 8 ثماني 8 ثمانية 8 تسع 9 تسعة 9 عشر 10 عشرة"
              + " 10 عشرون 20 عشرين 20 ثلاثون 30 ثلاثين 30 أربعون 40 أربعين 40 خمسون 50 خمسين 50"
              + " ستون 60 ستين 60 سبعون 70 سبعين 70 ثمانون 80 ثمانين 80 تسعون 90 تسعين 90 مئة 100"
              + " مائة 100 مئتان 200 مئتين 200 مئتا 200 مئتي 200 مائتان 200 مائتين 200 مائتا 200"
              + " مائتي 200 ثلاثمئة 300 ثلاثمائة 300 أربعمئة 400 أربعمائة 400 خمسمئة 500 خمسمائة"
              + " 500 ستمئة 600 ستمائة 600 سبعمئة 700 سبعمائة 700 ثمانمئة 800 ثمانمائة 800 ثمانيمئة"
              + " 800 ثمانيمائة 800 تسعمئة 900 تسعمائة 900");

  /** The units as they stand before "عشر": eleven to nineteen. */
  private static final Map<String, BigDecimal> BEFORE_TEN =
      numbers(
          "أحد 1 إحدى 1 اثنا 2 اثني 2 اثنتا 2 اثنتي 2 ثلاث 3 ثلاثة 3 أربع 4 أربعة 4 خمس 5 خمسة 5 ست"
              + " 6 ستة 6 سبع 7 سبعة 7 ثمان 8 ثماني 8 ثمانية 8 تسع 9 تسعة 9");

  private static final Map<String, BigDecimal> SCALES =
      numbers(
          "ألف 1000 ألفا 1000 آلاف 1000 مليون 1000000 مليونا 1000000 ملايين 1000000 مليار"
              + " 1000000000 مليارا 1000000000 مليارات 1000000000 بليون 1000000000 تريليون"
              + " 1000000000000");

  private static final Map<String, BigDecimal> TWICE =
      numbers(
          "ألفان 2000 ألفين 2000 ألفا 2000 ألفي 2000 مليونان 2000000 مليونين 2000000 مليونا 2000000"
              + " مليوني 2000000 ملياران 2000000000 مليارين 2000000000 مليارا 2000000000 ملياري"
              + " 2000000000");

  private static final Set<String> TENS = Set.of("عشر", "عشره");
  private static final Set<String> HUNDREDS =
      Set.of(ArabicLetters.plain("مئة"), ArabicLetters.plain("مائة"));
  private static final Set<String> HALVES = Set.of("نصف");

  private static Map<String, BigDecimal> numbers(String pairs) {
    return WordLists.numbers(ArabicLetters.plainWords(pairs));
  }

  /** Words that multiply the number before them, also one in digits. */
  static Map<String, BigDecimal> scales() {
    return SCALES;
  }

  /** All words that are part of a number. */
  static Set<String> words() {
    var words = new HashSet<>(HALVES);
    for (var numbers : new Map<?, ?>[] {SMALL, BEFORE_TEN, SCALES, TWICE}) {
      numbers.keySet().forEach(word -> words.add((String) word));
    }
    return words;
  }

  @Override
  public @Nullable BigDecimal number(String word) {
    return SMALL.get(word);
  }

  @Override
  public @Nullable Numeral number(Tokens tokens, int from) {
    var sum = new Sum();
    var at = from;
    for (var parts = 0; parts < MOST_PARTS; parts++) {
      var joined = at > from && tokens.is(at, AND);
      var next = sum.add(tokens, joined ? at + 1 : at, joined || at == from);
      if (next == at || next == 0) {
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
    private BigDecimal lowestScale = BigDecimal.ZERO;
    private int scales;
    private boolean any;

    /**
     * Adds what is said here.
     *
     * @param joined whether it is the first, or "و" stands before it; else only a scale may follow
     * @return the first token after it; 0 when it is no part of the number
     */
    int add(Tokens tokens, int at, boolean joined) {
      var word = tokens.get(at).lower();
      // "مليونا ريال" are two, "عشرون مليونا" are twenty.
      var twice = joined ? TWICE.get(word) : null;
      if (twice != null) {
        return whole(twice) ? at + 1 : 0;
      }
      var scale = SCALES.get(word);
      if (scale != null) {
        return scale(scale, joined) ? at + 1 : 0;
      }
      if (!joined) {
        return 0;
      }
      if (HALVES.contains(word)) {
        return half(tokens, at);
      }
      var small = small(tokens, at);
      return small != null && fits(small.mantissa()) ? take(small) : 0;
    }

    private boolean scale(BigDecimal scale, boolean joined) {
      var smaller = lowestScale.signum() == 0 || scale.compareTo(lowestScale) < 0;
      var one = group.signum() == 0;
      // "مليون وألف" has one of each, "خمسة وألف" is no number.
      if (!smaller || (one && !joined) || (!one && joined && any)) {
        return false;
      }
      total = total.add((one ? BigDecimal.ONE : group).multiply(scale));
      lowestScale = scale;
      group = BigDecimal.ZERO;
      scales++;
      any = true;
      return true;
    }

    /** "نصف مليون", "اثنان ونصف"; and "مليون ونصف المليون". */
    private int half(Tokens tokens, int at) {
      var next = SCALES.get(tokens.get(at + 1).lower());
      if (!any && next == null) {
        return 0;
      }
      if (scales > 0 && group.signum() == 0) {
        total = total.add(lowestScale.multiply(HALF));
        return next != null && next.compareTo(lowestScale) == 0 ? at + 2 : at + 1;
      }
      group = group.add(HALF);
      any = true;
      return at + 1;
    }

    private boolean whole(BigDecimal number) {
      if (group.signum() > 0 || (any && number.compareTo(lowestScale) >= 0)) {
        return false;
      }
      total = total.add(number);
      lowestScale = number.divide(BigDecimal.TWO);
      scales += 2;
      any = true;
      return true;
    }

    /** A hundred takes anything below, a unit only a ten: three and four are two numbers. */
    private boolean fits(BigDecimal number) {
      var last = group.remainder(HUNDRED);
      if (group.signum() == 0) {
        return lowestScale.signum() == 0 || number.signum() > 0;
      }
      var ten = number.remainder(TEN).signum() == 0 && number.compareTo(TEN) > 0;
      return number.signum() > 0
          && number.compareTo(HUNDRED) < 0
          && (last.signum() == 0 || (last.compareTo(TEN) < 0 && ten));
    }

    private int take(Numeral small) {
      group = group.add(small.mantissa());
      any = true;
      return small.to();
    }

    /** "خمسة", "خمسة عشر", "ثلاث مئة". */
    private static @Nullable Numeral small(Tokens tokens, int at) {
      var word = tokens.get(at).lower();
      var unit = BEFORE_TEN.get(word);
      if (unit != null && TENS.contains(tokens.get(at + 1).lower())) {
        return new Numeral(unit.add(TEN), BigDecimal.ONE, at + 2);
      }
      var number = SMALL.get(word);
      if (number == null) {
        return null;
      }
      var times = number.compareTo(TEN) < 0 && number.compareTo(BigDecimal.TWO) > 0;
      return times && HUNDREDS.contains(tokens.get(at + 1).lower())
          ? new Numeral(number.multiply(HUNDRED), BigDecimal.ONE, at + 2)
          : new Numeral(number, BigDecimal.ONE, at + 1);
    }

    /** With the scale apart when there is just one, as in "ثمانون ألفا". */
    Numeral numeral(int to) {
      var apart = scales == 1 && group.signum() == 0;
      return apart
          ? new Numeral(
              total.divide(lowestScale, 9, RoundingMode.UNNECESSARY).stripTrailingZeros(),
              lowestScale,
              to)
          : new Numeral(total.add(group), BigDecimal.ONE, to);
    }
  }
}
