package rapport.conversation.value;

import static rapport.conversation.value.WordLists.numbers;
import static rapport.conversation.value.WordLists.phrases;
import static rapport.conversation.value.WordLists.put;
import static rapport.conversation.value.WordLists.words;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rapport.conversation.value.AgeWords.Part;
import rapport.conversation.value.TimeWords.Form;
import rapport.conversation.value.TimeWords.Several;
import rapport.conversation.value.TimeWords.Unit;

/** The Spanish words for numbers, limits and units, of Spain and of Latin America. */
final class Spanish {

  /** Codes that are everyday words in lower case: "all" and "pen" may be, "mad" is Madrid. */
  private static final List<String> EVERYDAY =
      List.of("ALL", "TRY", "TOP", "CUP", "MAD", "GEL", "LAK", "MOP", "PEN", "SOS", "DOP", "VES");

  private Spanish() {}

  static final Wording WORDING =
      new Wording(
          Notation.EITHER,
          spelledNumbers(),
          ranges(),
          currencies(),
          times(),
          ages(),
          counts(),
          words("% porciento"),
          Map.of(
              "arroba",
              "@",
              "at",
              "@",
              "punto",
              ".",
              "dot",
              ".",
              "guión",
              "-",
              "guion",
              "-",
              "subrayado",
              "_",
              "guionbajo",
              "_"),
          words(
              "unos unas alrededor aproximadamente aprox cerca casi quizá quizás tal vez más menos"
                  + " como sobre en torno normalmente suele suelen probablemente ~ solo sólo apenas"
                  + " de a"),
          words("o así en los las el la su sus ."),
          words("sí si s true claro vale ok okay bueno dale exacto correcto cierto"),
          words("no n false nunca jamás"));

  private static NumberWords spelledNumbers() {
    return new NumberWords(
        new SpanishNumbers(),
        words(""),
        numbers(
            "docenas 12 mil 1000 miles 1000 k 1000 millón 1000000 millon 1000000"
                + " millones 1000000 m 1000000 mm 1000000 mill 1000000 mdd 1000000"
                + " billón 1000000000000 billon 1000000000000 billones 1000000000000"),
        words("k m mm mill"),
        words("mill"),
        words("un una uno"),
        Map.of("par", BigDecimal.TWO, "docena", BigDecimal.valueOf(12)),
        words("de"),
        words("medio media"),
        words("y"));
  }

  private static RangeWords ranges() {
    return new RangeWords(
        words("- a hasta o u"),
        words("o u"),
        Map.of("entre", "y", "de", "a", "desde", "hasta"),
        phrases(
            "más de|mas de|al menos|como mínimo|por lo menos|mínimo|a partir de|no menos de|mayor"
                + " de|mayores de"),
        phrases("+|o más|o mas|y más|en adelante|o mayor|o mayores|para arriba"),
        phrases("menos de|por debajo de|menor de|menores de|no llega a|no llegan a"));
  }

  private static Map<String, String> currencies() {
    var currencies = WordLists.currencies(EVERYDAY);
    put(currencies, "USD", "dólar|dólares|dolar|dolares|dólares estadounidenses|u$s");
    put(currencies, "GBP", "libra|libras|libras esterlinas");
    put(currencies, "CHF", "franco|francos|francos suizos");
    put(currencies, "MXN", "pesos mexicanos|mx$");
    put(currencies, "ARS", "pesos argentinos|ar$");
    put(currencies, "COP", "pesos colombianos");
    put(currencies, "CLP", "pesos chilenos");
    put(currencies, "PEN", "soles|nuevos soles");
    put(currencies, "INR", "rupias");
    put(currencies, "BRL", "reales|reales brasileños");
    put(currencies, "EUR", "de euros");
    put(currencies, "USD", "de dólares|de dolares");
    put(currencies, "SEK", "coronas suecas");
    put(currencies, "NOK", "coronas noruegas");
    put(currencies, "DKK", "coronas danesas");
    return Map.copyOf(currencies);
  }

  private static TimeWords times() {
    var units = new HashMap<String, Unit>();
    put(units, Unit.SECOND, "segundo|segundos|seg");
    put(units, Unit.MINUTE, "minuto|minutos|min");
    put(units, Unit.HOUR, "hora|horas|h|hrs");
    put(units, Unit.DAY, "día|días|dia|dias");
    put(units, Unit.WEEK, "semana|semanas");
    put(units, Unit.MONTH, "mes|meses");
    put(units, Unit.QUARTER, "trimestre|trimestres");
    put(units, Unit.YEAR, "año|años|ano|anos");
    var forms =
        Map.of(
            Unit.SECOND, new Form("segundo", "segundos"),
            Unit.MINUTE, new Form("minuto", "minutos"),
            Unit.HOUR, new Form("hora", "horas"),
            Unit.DAY, new Form("día", "días"),
            Unit.WEEK, new Form("semana", "semanas"),
            Unit.MONTH, new Form("mes", "meses"),
            Unit.QUARTER, new Form("trimestre", "trimestres"),
            Unit.YEAR, new Form("año", "años"));
    var decade = new Several(10, Unit.YEAR);
    var many =
        Map.of(
            "década", decade,
            "décadas", decade,
            "decada", decade,
            "decadas", decade,
            "quincena", new Several(15, Unit.DAY));
    return new TimeWords(Map.copyOf(units), forms, "a", words("vez veces por cada"), many);
  }

  /** "cuarenta y tantos" and "cuarentona" are ages; "los años cuarenta" are not. */
  private static AgeWords ages() {
    var teens = new Part(13, 19);
    var named = new HashMap<String, Part>();
    put(named, teens, "adolescente|adolescentes|quinceañera|quinceañero");
    var decades = new HashMap<String, Integer>();
    var tens =
        numbers(
            "veint 20 treint 30 cuarent 40 cincuent 50 sesent 60 setent 70 ochent 80 novent 90");
    tens.forEach((stem, number) -> {
      var decade = number.intValue();
      put(named, new Part(decade, decade + 9), stem + "añera|" + stem + "añero");
      put(named, new Part(decade, decade + 9), stem + "añeras|" + stem + "añeros");
      put(named, new Part(decade, decade + 9), stem + "ona|" + stem + "ón|" + stem + "ones");
    });
    put(named, new Part(20, 29), "veintipico|veintitantos|veintitantas");
    var afterPart = new HashMap<String, Integer>();
    numbers(
            "veinte 20 treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80"
                + " noventa 90")
        .forEach((word, number) -> afterPart.put(word, number.intValue()));
    return new AgeWords(
        phrases("años de edad|años de vida|años cumplidos"),
        words("edad"),
        Map.copyOf(named),
        Map.copyOf(decades),
        Map.of(
            "principios",
            new Part(0, 3),
            "comienzos",
            new Part(0, 3),
            "mediados",
            new Part(4, 6),
            "finales",
            new Part(7, 9),
            "fines",
            new Part(7, 9)),
        Map.copyOf(afterPart),
        true,
        words("s"),
        words("los las de"),
        words("desde hasta durante siglo"),
        phrases("y tantos|y tantas|y pico|y algo|y pocos"));
  }

  private static CountWords counts() {
    return new CountWords(
        words("familia hogar grupo equipo"),
        words("de"),
        words(
            "personas persona gente empleados empleadas empleado trabajadores trabajadoras"
                + " miembros integrantes colaboradores colaboradoras cabezas"),
        words("cifras cifra dígitos"),
        words(
            "y o pero en a un una el la los las lo de del al por para con es son está están fue"
                + " más que quien cual cada si entonces no hasta como su sus se le les"));
  }
}
