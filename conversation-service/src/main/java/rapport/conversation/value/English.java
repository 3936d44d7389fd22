package rapport.conversation.value;

import static rapport.conversation.value.WordLists.numbers;
import static rapport.conversation.value.WordLists.parts;
import static rapport.conversation.value.WordLists.phrases;
import static rapport.conversation.value.WordLists.put;
import static rapport.conversation.value.WordLists.words;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rapport.conversation.value.AgeWords.Part;
import rapport.conversation.value.TimeWords.Form;
import rapport.conversation.value.TimeWords.Several;
import rapport.conversation.value.TimeWords.Unit;

/** The English words for numbers, limits and units. */
final class English {

  /** Codes that are everyday words in lower case: "all 50" is not Albanian money. */
  private static final List<String> EVERYDAY =
      List.of("ALL", "TRY", "TOP", "CUP", "MOP", "GEL", "LAK", "PEN");

  private English() {}

  static final Wording WORDING =
      new Wording(
          Notation.POINT,
          spelledNumbers(),
          ranges(),
          currencies(),
          times(),
          ages(),
          counts(),
          words("% percent percents percentage pct"),
          Map.of(
              "at", "@", "dot", ".", "point", ".", "underscore", "_", "dash", "-", "hyphen", "-"),
          words(
              "about around roughly approximately approx circa nearly almost near maybe some"
                  + " perhaps probably say like ~ ish estimated typically usually mostly just"),
          words("or so in the his her their"),
          words("yes y true yep yeah ok sure"),
          words("no n false nope nah"));

  private static NumberWords spelledNumbers() {
    var cardinals = cardinals();
    return new NumberWords(
        cardinals::get,
        words("hundred"),
        numbers(
            "dozen 12 dozens 12 hundred 100 thousand 1000 grand 1000 k 1000 lakh 100000 lakhs"
                + " 100000 million 1000000 millions 1000000 mil 1000000 mio 1000000 mm 1000000 mn"
                + " 1000000 m 1000000 crore 10000000 billion 1000000000 bn 1000000000 b 1000000000"
                + " bln 1000000000 trillion 1000000000000 tn 1000000000000 keur 1000 teur 1000 meur"
                + " 1000000 kusd 1000 musd 1000000 kgbp 1000 mgbp 1000000"),
        words("k m mm mn mio bn bln tn b keur teur meur kusd musd kgbp mgbp"),
        Set.of(),
        words("a an"),
        Map.of("couple", BigDecimal.TWO, "quarter", new BigDecimal("0.25")),
        words("of"),
        words("half"),
        words("and"));
  }

  private static Map<String, BigDecimal> cardinals() {
    var numbers = new HashMap<String, BigDecimal>();
    var small =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
            + " fifteen sixteen seventeen eighteen nineteen";
    for (var word : parts(small, " ")) {
      numbers.put(word, BigDecimal.valueOf(numbers.size()));
    }
    var ten = 20;
    for (var word : parts("twenty thirty forty fifty sixty seventy eighty ninety", " ")) {
      numbers.put(word, BigDecimal.valueOf(ten));
      ten += 10;
    }
    numbers.put("nought", BigDecimal.ZERO);
    numbers.put("naught", BigDecimal.ZERO);
    return Map.copyOf(numbers);
  }

  private static RangeWords ranges() {
    return new RangeWords(
        words("- to through or until till"),
        words("or"),
        Map.of("between", "and", "from", "to"),
        phrases(
            "over|above|more than|greater than|higher than|bigger than|at least|upwards of|minimum"
                + " of|a minimum of|no less than|older than"),
        phrases(
            "+|plus|or more|and up|or older|and older|and above|or above|and over|or over|at"
                + " least"),
        phrases(
            "under|below|less than|fewer than|smaller than|lower than|younger than|not older than"
                + "|no older than"),
        phrases("something|- something|odd|- odd"),
        words("turn turns turned turning spread split distributed dotted"),
        phrases("up to|through to|all the way to|all the way up to"),
        words(
            "she he they we i it she's he's they're i'm we're bonus bonuses commission commissions"
                + " equity stock stocks shares options car benefits perks tips overtime expenses"
                + " allowance allowances dividends pension vat tax taxes"));
  }

  private static Map<String, String> currencies() {
    var currencies = WordLists.currencies(EVERYDAY);
    put(
        currencies,
        "USD",
        "dollar|dollars|buck|bucks|us dollar|us dollars|us bucks|american dollars");
    put(
        currencies,
        "GBP",
        "pound|pounds|quid|pounds sterling|sterling|british pounds|british pound");
    put(currencies, "INR", "rupee|rupees|rs");
    put(currencies, "CHF", "franc|francs|swiss franc|swiss francs");
    put(currencies, "CAD", "canadian dollar|canadian dollars");
    put(currencies, "AUD", "australian dollar|australian dollars|aussie dollar|aussie dollars");
    put(currencies, "NZD", "new zealand dollar|new zealand dollars|kiwi dollars");
    put(currencies, "HKD", "hong kong dollar|hong kong dollars");
    put(currencies, "SGD", "singapore dollars");
    put(currencies, "BRL", "reais");
    put(currencies, "ILS", "shekel|shekels");
    put(currencies, "CNY", "chinese yuan");
    put(currencies, "SEK", "kronor|swedish kronor|swedish krona|swedish crowns");
    put(currencies, "NOK", "kroner|norwegian kroner|norwegian krone|norwegian crowns");
    put(currencies, "DKK", "danish kroner|danish krone|danish crowns");
    put(currencies, "CZK", "czech crowns|czech koruna|koruna");
    put(currencies, "PLN", "zlotys|polish zloty");
    put(currencies, "HUF", "forint|forints");
    put(currencies, "ZAR", "rand|south african rand");
    put(currencies, "AED", "dirham|dirhams");
    put(currencies, "MXN", "mexican pesos");
    put(currencies, "TRY", "turkish lira|turkish liras|lira|liras");
    put(currencies, "EUR", "keur|teur|meur");
    put(currencies, "USD", "kusd|musd");
    put(currencies, "GBP", "kgbp|mgbp");
    return Map.copyOf(currencies);
  }

  private static TimeWords times() {
    var units = new HashMap<String, Unit>();
    put(units, Unit.SECOND, "second|seconds|sec|secs");
    put(units, Unit.MINUTE, "minute|minutes|min|mins");
    put(units, Unit.HOUR, "hour|hours|hr|hrs|h");
    put(units, Unit.DAY, "day|days");
    put(units, Unit.WEEK, "week|weeks|wk|wks");
    put(units, Unit.MONTH, "month|months|mo|mos|mth|mths");
    put(units, Unit.QUARTER, "quarter|quarters");
    put(units, Unit.YEAR, "year|years|yr|yrs");
    var forms = new EnumMap<Unit, Form>(Unit.class);
    for (var unit : Unit.values()) {
      var one = unit.name().toLowerCase(Locale.ROOT);
      forms.put(unit, new Form(one, one + "s"));
    }
    var many =
        Map.of(
            "decade", new Several(10, Unit.YEAR),
            "decades", new Several(10, Unit.YEAR),
            "fortnight", new Several(2, Unit.WEEK),
            "fortnights", new Several(2, Unit.WEEK));
    return new TimeWords(
        Map.copyOf(units), Map.copyOf(forms), "to", words("once twice times"), many);
  }

  private static AgeWords ages() {
    var teens = new Part(13, 19);
    return new AgeWords(
        phrases("years old|year old|years of age|years-old|year-old|yrs old|yr old|yo|y/o|y.o|y o"),
        words("aged age ages"),
        Map.of(
            "teens", teens,
            "teenager", teens,
            "teenagers", teens,
            "twentysomething", Part.WHOLE.after(20),
            "thirtysomething", Part.WHOLE.after(30),
            "fortysomething", Part.WHOLE.after(40),
            "fiftysomething", Part.WHOLE.after(50),
            "sixtysomething", Part.WHOLE.after(60)),
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
        Map.of("early", new Part(0, 3), "mid", new Part(4, 6), "late", new Part(7, 9)),
        Map.of(),
        false,
        words("s"),
        words("the"),
        words("since until till from by of during"),
        phrases("something|- something|odd|- odd"));
  }

  private static CountWords counts() {
    return new CountWords(
        words("family household group team party staff crew"),
        words("of"),
        words(
            "people persons person employees employee staff heads headcount members workers"
                + " ftes fte folks"),
        words("figure figures digit digits"),
        words(
            "of and or but in to a an the for at on with per is are was not than at by from"
                + " who that which so each as if then"));
  }
}
