package rapport.lead.fact;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent.Fact;
import rapport.lead.text.Counts;
import rapport.lead.text.Cues;
import rapport.lead.text.Sentence;

/** When it has to be there: "before the end of Q1", "within two weeks", "asap". */
final class Timeline implements FactRule {

  static final String PATH = "requirements.timeline";

  private static final String SEASON =
      "(?:week|month|quarter|year|summer|autumn|fall|winter|spring|christmas|easter|black friday"
          + "|new year|q[1-4]|h[12]|january|february|march|april|may|june|july|august|september"
          + "|october|november|december|jan|feb|apr|aug|sept?|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|semester|term"
          + "|school year|academic year|fiscal year|season|holidays|peak season)";
  private static final String UNIT = "(?:days?|weeks?|months?|quarters?)";

  private static final String SEASON_GERMAN =
      "(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|herbst"
          + "|winter|frühjahr|frühling|sommer|jahresende|monatsende|quartalsende|woche|monat|quartal"
          + "|jahr|weihnachten|ostern|(?:sommer|herbst)ferien|montag|dienstag|mittwoch|donnerstag"
          + "|freitag)";
  private static final String SEASON_SPANISH =
      "(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
          + "|verano|invierno|primavera|otoño|navidad|semana|mes|trimestre|año|fin de (?:mes|año)"
          + "|lunes|martes|mi[eé]rcoles|jueves|viernes)";

  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
          + "|dec(?:ember)?)";
  private static final String ORDINAL = "(?:\\d{1,2}(?:st|nd|rd|th)|first)";
  private static final String DATE =
      "(?:(?:\\d{1,2}|"
          + ORDINAL
          + ")(?: of)? "
          + MONTH
          + "|"
          + MONTH
          + " (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?! ?(?:\\d|am|pm|-))|the \\d{1,2}(?:st|nd|rd|th)(?! (?:floor|time|grade|street|visit|child|year))"
          + "|(?:calendar )?week \\d{1,2})";
  private static final String DAY =
      "(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:,? (?:the )?" + ORDINAL + ")?";
  private static final String UNTIL = "(?:by|before|until|till|from|on|starting|within|for)";

  private static final Pattern SAID =
      Cues.anyOf(
          List.of(
              "((?:" + UNTIL + " )?(?:the )?" + DATE + ")",
              "((?:by|on|before|until|till|for) (?:next |this )?"
                  + DAY
                  + "|"
                  + DAY
                  + "(?=[.!?]*$)|^"
                  + DAY
                  + ")",
              "(today|tomorrow)(?= (?:if|possible|please)|[ ,]*(?:please|\\?|!|$))",
              "(before (?:the |our |my )?(?:next |this )?(?:[\\p{L}-]+ )?(?:season|holidays|peak|winter|summer|spring|autumn|easter"
                  + "|christmas)(?: (?:starts|begins)(?: in "
                  + MONTH
                  + ")?)?)",
              "((?!in (?:week|month|quarter|year)(?![\\p{L}]))"
                  + "(?:by|before|until|till|within|in|for|starting|from|after|around|at|this side of)"
                  + " (?:the )?(?:(?:very )?(?:end|start|beginning|middle) of |early |late |mid-?)?"
                  + "(?:this |next |the |our )?"
                  + SEASON
                  + "(?: (?:term|season|starts|begins|ends|rush|20\\d\\d))?)",
              "(before (?:the |our |my |we )?(?:audit|inspection|launch|opening|fair|exams?|wedding|move|count"
                  + "|(?:school|work|term|term time|it|we|everything) (?:starts?|begins?|opens?)))",
              "((?:by |before |until |from |starting |in )?(?:next|this|early next|later this|early) "
                  + SEASON
                  + ")",
              "((?:within|in|inside|under) (?:the next |about |around |maybe )?(?:"
                  + Counts.NUMBER
                  + "|a few|a couple of|a|the next few)(?: ?(?:-|–|to|or) ?"
                  + Counts.NUMBER
                  + ")? "
                  + UNIT
                  + ")",
              "((?!im (?:monat|quartal|jahr)(?![\\p{L}]))(?:(?:bis|ab|vor|im|in|zum|zur|am|noch|seit) )+(?:(?:ende|anfang|mitte|dem|der|den) )*"
                  + "(?:(?:nächste[nmrs]?|kommende[nmrs]?|diese[nmrs]?) )?"
                  + SEASON_GERMAN
                  + "|(?:ende|anfang|mitte|nächste[nmrs]?|kommende[nmrs]?) "
                  + SEASON_GERMAN
                  + "|(?:(?:bis|ab|am|vor dem) )?(?:zum )?\\d{1,2}\\. ?"
                  + SEASON_GERMAN
                  + "|(?:in|innerhalb von) (?:\\d+|zwei|drei|vier|fünf|sechs|acht) (?:tagen|wochen|monaten)"
                  + "|heute noch|noch heute|so (?:schnell|bald) wie möglich)",
              "((?:(?:para|antes de|antes del|en|desde|hasta) )(?:el |la |los )?(?:pr[oó]xim[oa] )?"
                  + "(?:(?:finales|principios|mediados) de )?"
                  + SEASON_SPANISH
                  + "|(?:la |el )(?:pr[oó]xim[oa] )?"
                  + SEASON_SPANISH
                  + " que viene|(?:el |la )pr[oó]xim[oa] "
                  + SEASON_SPANISH
                  + "|en (?:\\d+|dos|tres|cuatro|cinco|seis) (?:días|semanas|meses)|lo antes posible)",
              "((?:by |before |in |until )?(?:the )?(?:first|second|third|last) week (?:of|in) "
                  + MONTH
                  + ")",
              "(asap|as soon as possible|right away|immediately)",
              "((?:the )?(?:end|start|beginning|middle) of (?:the |this |next )?" + SEASON + ")",
              "(q[1-4](?: (?:20)?\\d\\d)?)"));

  private static final Pattern PAST =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:since|ago|last (?:week|month|quarter|year)|for years|launched|raised|finished|fell|lost"
              + "|surgery|had|was|were|did|died|left|bought|moved|opened)(?![\\p{L}])");

  /** What is not to be, is put off, or comes again and again: "not this quarter". */
  private static final Pattern NO_DATE =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:(?:not|no|nothing|\\p{L}+n['’]t|dont|cant|wont|maybe|perhaps)(?: [\\p{L}'-]+){0,3} (?:this|next|coming) \\p{L}+"
              + "|(?:first|second|third|fourth|fifth|\\d+(?:st|nd|rd|th)) time"
              + "|(?:once|twice|times) (?:this|an?|per))(?![\\p{L}])");

  private static final Pattern END =
      Pattern.compile("(?iu)(?:by|before|until|till|within|bis|vor|antes|para)(?![\\p{L}])");

  @Override
  public Stream<Fact> in(Sentence sentence) {
    var text = sentence.text();
    if (PAST.matcher(text).find() || NO_DATE.matcher(text).find()) {
      return Stream.empty();
    }
    return SAID
        .matcher(text)
        .results()
        .map(found -> found.group().strip())
        .max(Comparator.comparing(Timeline::isEnd))
        .map(said -> new Fact(PATH, FieldValue.text(said), text, .75))
        .stream();
  }

  /** Of two times the one that something has to be there by is meant. */
  private static boolean isEnd(String said) {
    return END.matcher(said).lookingAt();
  }
}
