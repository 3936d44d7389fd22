package rapport.conversation.value;

import static rapport.conversation.value.WordLists.numbers;
import static rapport.conversation.value.WordLists.parts;
import static rapport.conversation.value.WordLists.phrases;
import static rapport.conversation.value.WordLists.put;
import static rapport.conversation.value.WordLists.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rapport.conversation.value.AgeWords.Part;
import rapport.conversation.value.TimeWords.Form;
import rapport.conversation.value.TimeWords.Several;
import rapport.conversation.value.TimeWords.Unit;

/** The German words for numbers, limits and units. */
final class German {

  /** Codes that are everyday words in lower case: "dem Team" is not paid in marks. */
  private static final List<String> EVERYDAY =
      List.of("ALL", "DEM", "SEK", "TRY", "TOP", "CUP", "MAD", "GEL", "LAK", "MOP", "PEN", "SOS");

  private static final String DECADES =
      "zwanzig 20 dreißig 30 dreissig 30 vierzig 40 fünfzig 50 fuenfzig 50 sechzig 60 siebzig 70"
          + " achtzig 80 neunzig 90";

  private static final Part EARLY = new Part(0, 3);
  private static final Part MIDDLE = new Part(4, 6);
  private static final Part LATE = new Part(7, 9);

  private German() {}

  static final Wording WORDING =
      new Wording(
          Notation.COMMA,
          spelledNumbers(),
          ranges(),
          currencies(),
          times(),
          ages(),
          counts(),
          words("% prozent"),
          Map.of(
              "at",
              "@",
              "ät",
              "@",
              "klammeraffe",
              "@",
              "punkt",
              ".",
              "dot",
              ".",
              "unterstrich",
              "_",
              "bindestrich",
              "-",
              "minus",
              "-"),
          words(
              "etwa ungefähr ungefaehr rund circa ca zirka fast knapp gut vielleicht wohl"
                  + " schätzungsweise meist meistens eher wahrscheinlich gegen grob um nur gerade"
                  + " so ~ herum vermutlich"),
          words("oder so in den im die der das sein seine ihr ihre ."),
          words("ja j true jo jep ok okay klar gern gerne jawohl"),
          words("nein n false nee nö ne"));

  private static NumberWords spelledNumbers() {
    return new NumberWords(
        new GermanNumbers(),
        words("hundert"),
        numbers(
            "dutzend 12 teur 1000 meur 1000000 hundert 100 tausend 1000 tsd 1000 k 1000 t 1000"
                + " million 1000000 millionen 1000000 mio 1000000 milliarde 1000000000 milliarden"
                + " 1000000000 mrd 1000000000 billion 1000000000000 billionen 1000000000000"),
        words("k t mio mrd tsd"),
        words("tsd mio mrd"),
        words("ein eine einen einem einer eines"),
        Map.of(),
        words("von"),
        words("halb halbe halben halber halbes"),
        words("und"));
  }

  private static RangeWords ranges() {
    return new RangeWords(
        words("- bis oder"),
        words("oder"),
        Map.of("zwischen", "und", "von", "bis"),
        phrases(
            "über|ueber|mehr als|mindestens|wenigstens|ab|älter als|aelter als|nicht unter|größer"
                + " als|nicht weniger als"),
        phrases(
            "+|plus|oder mehr|und mehr|oder älter|und älter|aufwärts|und darüber|oder darüber|und"
                + " aufwärts"),
        phrases("unter|weniger als|jünger als|juenger als|kleiner als"),
        List.of(),
        Set.of(),
        phrases("bis zu|bis hin zu"),
        words(
            "bonus boni provision provisionen dienstwagen firmenwagen aktien zulagen trinkgeld"
                + " überstunden prämie prämien mwst steuern"));
  }

  private static Map<String, String> currencies() {
    var currencies = WordLists.currencies(EVERYDAY);
    put(currencies, "EUR", "euronen|teur|meur");
    put(currencies, "USD", "dollar|dollars|us-dollar|us dollar");
    put(currencies, "GBP", "pfund|britische pfund");
    put(currencies, "CHF", "franken|sfr|fr|schweizer franken");
    put(currencies, "INR", "rupien");
    put(currencies, "SEK", "schwedische kronen");
    put(currencies, "NOK", "norwegische kronen");
    put(currencies, "DKK", "dänische kronen");
    put(currencies, "CZK", "tschechische kronen");
    return Map.copyOf(currencies);
  }

  private static TimeWords times() {
    var units = new HashMap<String, Unit>();
    put(units, Unit.SECOND, "sekunde|sekunden|sek");
    put(units, Unit.MINUTE, "minute|minuten|min");
    put(units, Unit.HOUR, "stunde|stunden|std|h");
    put(units, Unit.DAY, "tag|tage|tagen|tages");
    put(units, Unit.WEEK, "woche|wochen");
    put(units, Unit.MONTH, "monat|monate|monaten|monats");
    put(units, Unit.QUARTER, "quartal|quartale|quartalen");
    put(units, Unit.YEAR, "jahr|jahre|jahren|jahres");
    var forms =
        Map.of(
            Unit.SECOND, new Form("Sekunde", "Sekunden"),
            Unit.MINUTE, new Form("Minute", "Minuten"),
            Unit.HOUR, new Form("Stunde", "Stunden"),
            Unit.DAY, new Form("Tag", "Tage"),
            Unit.WEEK, new Form("Woche", "Wochen"),
            Unit.MONTH, new Form("Monat", "Monate"),
            Unit.QUARTER, new Form("Quartal", "Quartale"),
            Unit.YEAR, new Form("Jahr", "Jahre"));
    var decade = new Several(10, Unit.YEAR);
    var many = Map.of("jahrzehnt", decade, "jahrzehnte", decade, "jahrzehnten", decade);
    return new TimeWords(
        Map.copyOf(units), forms, "bis", words("einmal zweimal dreimal mal pro"), many);
  }

  private static AgeWords ages() {
    var named = new HashMap<String, Part>();
    put(named, new Part(13, 19), "teenager|teenagern|teenagerin|teenagerinnen|teenies");
    var decades = new HashMap<String, Integer>();
    numbers(DECADES)
        .forEach((word, number) -> {
          var decade = number.intValue();
          for (var ending : parts("er|ern|erin|erinnen", "|")) {
            decades.put(word + ending, decade);
            named.put("anfang" + word + ending, EARLY.after(decade));
            named.put("mitt" + word + ending, MIDDLE.after(decade));
            named.put("end" + word + ending, LATE.after(decade));
          }
        });
    var afterPart = new HashMap<String, Integer>();
    numbers(DECADES).forEach((word, number) -> afterPart.put(word, number.intValue()));
    return new AgeWords(
        phrases(
            "jahre alt|jahre jung|jahren"
                + " alt|jährig|jährige|jähriger|jährigen|jährigem|jähriges|jaehrige"),
        words("alter"),
        Map.copyOf(named),
        Map.copyOf(decades),
        Map.of("anfang", EARLY, "mitte", MIDDLE, "ende", LATE),
        Map.copyOf(afterPart),
        true,
        words("er ern erin"),
        words("der den die"),
        words("seit bis ab während aus"));
  }

  private static CountWords counts() {
    return new CountWords(
        words("familie haushalt gruppe team"),
        words("von aus"),
        words(
            "leute leuten person personen mensch menschen mitarbeiter mitarbeitern mitarbeiterinnen"
                + " mitarbeitende mitarbeitenden angestellte angestellten beschäftigte"
                + " beschäftigten köpfe köpfen mann mitglieder mitgliedern vollzeitkräfte fte"
                + " ftes"),
        words("stellig stellige stelligen stelliges stelliger"),
        words(
            "von und oder aber in zu ein eine einen der die das den dem des für an am auf mit pro"
                + " ist sind war waren als nach bei durch aus wer je wenn dann im um vom zum zur"
                + " nicht bis uhr etwa mindestens ca sie er wir ich es"));
  }
}
