package rapport.conversation.value;

import static rapport.conversation.value.ArabicLetters.plainWords;
import static rapport.conversation.value.WordLists.parts;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rapport.conversation.value.AgeWords.Part;
import rapport.conversation.value.TimeWords.Form;
import rapport.conversation.value.TimeWords.Several;
import rapport.conversation.value.TimeWords.Unit;

/** The Arabic words for numbers, limits and units. */
final class Arabic {

  private static final List<String> EVERYDAY =
      List.of("ALL", "TRY", "TOP", "CUP", "MOP", "GEL", "LAK", "PEN");

  private static final String TIME_NOUNS = "ثانية دقيقة ساعة يوم أسبوع شهر سنة عام ربع";

  /** What is counted: in the singular, as after eleven and in the dual. */
  private static final String NOUNS =
      "شخص موظف عامل عضو فرد مستخدم شركة فرع مكتب موقع مصنع متجر محل مستودع طفل ولد بنت ابن غرفة"
          + " مرحلة خطوة دولة مدينة مندوب عميل";

  private static final Part EARLY = new Part(0, 3);
  private static final Part MIDDLE = new Part(4, 6);
  private static final Part LATE = new Part(7, 9);

  private Arabic() {}

  static final Wording WORDING = wording();

  private static Wording wording() {
    var bare =
        new Wording(
            Notation.ARABIC,
            spelledNumbers(),
            ranges(),
            currencies(),
            times(),
            ages(),
            counts(),
            Set.of(
                "%",
                plainWords("بالمئة"),
                plainWords("بالمائة"),
                plainWords("في المئة"),
                plainWords("في المائة")),
            spokenSigns(),
            words(
                "حوالي حوالى تقريبا نحو قرابة زهاء يقارب تقارب يناهز ما ربما قد غالبا عادة مثلا"
                    + " يعني فقط كلها بحدود ~"),
            words("أو في هو هي سن عمر من العمر ."),
            words("نعم أجل بلى صحيح تمام حسنا طبعا أكيد موافق yes y true ok"),
            words("لا كلا خطأ no n false"),
            Clitics.NONE);
    return new Wording(
        bare.notation(),
        bare.numbers(),
        bare.ranges(),
        bare.currencies(),
        bare.times(),
        bare.ages(),
        bare.counts(),
        bare.percents(),
        bare.spokenSigns(),
        bare.about(),
        bare.fillers(),
        bare.yes(),
        bare.no(),
        new ArabicClitics(vocabulary(bare), words(TIME_NOUNS + " " + NOUNS)));
  }

  /** The words of a list of words between spaces. */
  private static Set<String> words(String words) {
    return WordLists.words(plainWords(words));
  }

  private static List<List<String>> phrases(String phrases) {
    return WordLists.phrases(plainWords(phrases));
  }

  private static <M> void put(Map<String, M> map, M meaning, String words) {
    WordLists.put(map, meaning, plainWords(words));
  }

  /** Every Arabic word of the wording. */
  private static Set<String> vocabulary(Wording wording) {
    var words = new HashSet<>(ArabicNumbers.words());
    words.addAll(words(TIME_NOUNS + " " + NOUNS));
    words.addAll(words("والد والدة والدان والدين"));
    add(words, wording.currencies().keySet());
    words.addAll(wording.times().units().keySet());
    words.addAll(wording.ages().decades().keySet());
    words.addAll(wording.ages().named().keySet());
    words.addAll(wording.ages().parts().keySet());
    words.addAll(wording.ages().leads());
    words.addAll(wording.counts().groups());
    words.addAll(wording.counts().nouns());
    words.addAll(wording.counts().particles());
    words.addAll(wording.percents());
    words.addAll(wording.about());
    words.addAll(wording.fillers());
    words.addAll(wording.yes());
    wording.ranges().atLeast().forEach(words::addAll);
    wording.ranges().orMore().forEach(words::addAll);
    wording.ranges().below().forEach(words::addAll);
    words.addAll(wording.ranges().joints());
    words.addAll(wording.ranges().openers().keySet());
    words.removeIf(word -> !ArabicLetters.arabic(word.codePointAt(0)));
    // They are written together with the next word, and no words to be looked for in others.
    words.removeAll(Set.of("و", "ف", "ب", "ل", "ك"));
    return words;
  }

  private static void add(Set<String> words, Collection<String> phrases) {
    phrases.forEach(phrase -> words.addAll(parts(phrase, " ")));
  }

  private static NumberWords spelledNumbers() {
    return new NumberWords(
        new ArabicNumbers(),
        Set.of(),
        scales(),
        Set.of("k", "m", "mn", "bn"),
        Set.of(),
        Set.of(),
        Map.of(),
        Set.of(),
        Set.of("نصف"),
        Set.of("و"));
  }

  private static Map<String, BigDecimal> scales() {
    var scales = new HashMap<>(ArabicNumbers.scales());
    scales.putAll(WordLists.numbers("k 1000 m 1000000 mn 1000000 bn 1000000000"));
    return Map.copyOf(scales);
  }

  private static RangeWords ranges() {
    return new RangeWords(
        words("- إلى حتى لغاية أو"),
        words("أو"),
        Map.of(plainWords("بين"), "و", plainWords("من"), plainWords("إلى")),
        phrases(
            "أكثر من|ما يزيد عن|ما يزيد على|يزيد عن|يزيد على|تزيد عن|تزيد على|على الأقل|ما لا يقل"
                + " عن|لا يقل عن|لا تقل عن|فوق|أكبر من|منذ أكثر من"),
        phrases("+|فأكثر|أو أكثر|وأكثر|فما فوق|على الأقل|أو يزيد|ويزيد"),
        phrases("أقل من|تحت|دون|أصغر من|لا يتجاوز|لا تتجاوز|لا يزيد عن|لا تزيد عن|لا يزيد على"));
  }

  private static Map<String, String> currencies() {
    var currencies = WordLists.currencies(EVERYDAY);
    put(currencies, "EUR", "يورو|أورو");
    put(currencies, "USD", "دولار|دولارا|دولارات|دولار أمريكي|دولارا أمريكيا|دولار أميركي");
    put(currencies, "SAR", "ريال|ريالا|ريالات|ريال سعودي|ريالا سعوديا|ر.س|﷼");
    put(currencies, "QAR", "ريال قطري|ريالا قطريا|ر.ق");
    put(currencies, "OMR", "ريال عماني|ريالا عمانيا|ر.ع");
    put(currencies, "YER", "ريال يمني|ريالا يمنيا|ر.ي");
    put(currencies, "AED", "درهم|درهما|دراهم|درهم إماراتي|درهما إماراتيا|د.إ");
    put(currencies, "MAD", "درهم مغربي|درهما مغربيا|د.م");
    put(currencies, "KWD", "دينار كويتي|دينارا كويتيا|د.ك");
    put(currencies, "BHD", "دينار بحريني|دينارا بحرينيا|د.ب");
    put(currencies, "JOD", "دينار أردني|دينارا أردنيا|د.أ");
    put(currencies, "IQD", "دينار عراقي|دينارا عراقيا|د.ع");
    put(currencies, "TND", "دينار تونسي|دينارا تونسيا|د.ت");
    put(currencies, "DZD", "دينار جزائري|دينارا جزائريا|د.ج");
    put(currencies, "LYD", "دينار ليبي|دينارا ليبيا|د.ل");
    put(currencies, "EGP", "جنيه|جنيها|جنيهات|جنيه مصري|جنيها مصريا|ج.م");
    put(currencies, "SDG", "جنيه سوداني|جنيها سودانيا");
    put(currencies, "GBP", "جنيه إسترليني|جنيها إسترلينيا|باوند");
    put(currencies, "SYP", "ليرة سورية");
    put(currencies, "LBP", "ليرة لبنانية");
    put(currencies, "TRY", "ليرة تركية");
    put(currencies, "CHF", "فرنك سويسري|فرنكا سويسريا");
    put(currencies, "ILS", "شيكل|شيكلا");
    return Map.copyOf(currencies);
  }

  private static TimeWords times() {
    var units = new HashMap<String, Unit>();
    put(units, Unit.SECOND, "ثانية|ثوان|ثواني");
    put(units, Unit.MINUTE, "دقيقة|دقائق");
    put(units, Unit.HOUR, "ساعة|ساعات");
    put(units, Unit.DAY, "يوم|يوما|أيام");
    put(units, Unit.WEEK, "أسبوع|أسبوعا|أسابيع");
    put(units, Unit.MONTH, "شهر|شهرا|أشهر|شهور");
    put(units, Unit.QUARTER, "أرباع");
    put(units, Unit.YEAR, "سنة|سنوات|سنين|عام|عاما|أعوام");
    var forms = new EnumMap<Unit, Form>(Unit.class);
    forms.put(Unit.SECOND, form("ثانية", "ثانيتان", "ثوانٍ", "ثانية"));
    forms.put(Unit.MINUTE, form("دقيقة", "دقيقتان", "دقائق", "دقيقة"));
    forms.put(Unit.HOUR, form("ساعة", "ساعتان", "ساعات", "ساعة"));
    forms.put(Unit.DAY, form("يوم", "يومان", "أيام", "يومًا"));
    forms.put(Unit.WEEK, form("أسبوع", "أسبوعان", "أسابيع", "أسبوعًا"));
    forms.put(Unit.MONTH, form("شهر", "شهران", "أشهر", "شهرًا"));
    forms.put(Unit.QUARTER, form("ربع سنة", "ربعا سنة", "أرباع سنة", "ربع سنة"));
    forms.put(Unit.YEAR, form("سنة", "سنتان", "سنوات", "سنة"));
    return new TimeWords(
        Map.copyOf(units),
        Map.copyOf(forms),
        "إلى",
        words("كل في مرة مرتين مرات لكل خلال هذه هذا"),
        Map.of("عقود", new Several(10, Unit.YEAR)),
        Plural.Rule.ARABIC,
        true);
  }

  private static Form form(String one, String two, String few, String many) {
    return new Form(
        Map.of(
            Plural.ONE, one,
            Plural.TWO, two,
            Plural.FEW, "{0} " + few,
            Plural.MANY, "{0} " + many,
            Plural.OTHER, "{0} " + one));
  }

  private static AgeWords ages() {
    var named = new HashMap<String, Part>();
    put(named, new Part(13, 19), "مراهق|مراهقة|مراهقون|مراهقين|مراهقات");
    var decades = new HashMap<String, Integer>();
    var first = 20;
    for (var ten : parts("عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين", " ")) {
      var stem = ten.substring(0, ten.length() - 2);
      for (var ending : parts("ينيات|ينات|يني|ينية|ينيين", "|")) {
        decades.put(plainWords(stem + ending), first);
      }
      first += 10;
    }
    var parts = new HashMap<String, Part>();
    put(parts, EARLY, "أوائل|بداية|مطلع|بدايات");
    put(parts, MIDDLE, "منتصف|أواسط");
    put(parts, LATE, "أواخر|نهاية|آخر");
    return new AgeWords(
        phrases("سنة من العمر|عاما من العمر|عام من العمر|سنوات من العمر|من العمر"),
        words("عمر العمر سن السن"),
        Map.copyOf(named),
        Map.copyOf(decades),
        Map.copyOf(parts),
        Map.of(),
        false,
        Set.of(),
        words("في"),
        words("منذ حتى فترة عقد أزمة"));
  }

  private static CountWords counts() {
    return new CountWords(
        words("أسرة عائلة فريق مجموعة"),
        words("من"),
        words(
            NOUNS
                + " أشخاص موظفون موظفين موظفا موظفات عمال عاملين عاملا أعضاء أفراد فردا شخصا نفر"
                + " أنفار نسمة مستخدمين عضوا"),
        Set.of(),
        words(
            "من و أو لكن في إلى على عن مع حتى هو هي هم كل هذا هذه أن لا ليس بعد قبل بين منذ عند لكل"
                + " تقريبا سنويا شهريا فأكثر"));
  }

  private static Map<String, String> spokenSigns() {
    var signs = new HashMap<String, String>();
    put(signs, "@", "آت|آتساين");
    put(signs, ".", "دوت|نقطة");
    put(signs, "-", "شرطة");
    put(signs, "_", "أندرسكور");
    return Map.copyOf(signs);
  }
}
