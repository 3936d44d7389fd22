package rapport.lead.fact;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent.Fact;
import rapport.lead.text.Cues;
import rapport.lead.text.Sentence;

/** Whether the visitor can decide to buy. */
final class DecisionMaker implements FactRule {

  static final String PATH = "behavior.decisionMaker";

  private static final String SUPERIORS =
      "(?:boss|manager|cfo|ceo|cto|coo|cio|ciso|director|board|partners?|husband|wife|principal"
          + "|headteacher|procurement|management|owner|co-?founders?|committee|team lead|superiors?|(?:general )?counsel|lawyers?|council|prof(?:essor)?|clients?"
          + "|finance(?: team| department)?|it department|legal(?: team)?|leadership|head office)";

  private static final Pattern NO =
      Cues.anyOf(
          List.of(
              "(?:my|our|the) (?:\\w+ )?"
                  + SUPERIORS
                  + " (?:\\w+ )?(?:decides?|has to|have to|needs? to|must|signs?|approves?|makes? the"
                  + "|has the (?:final|last)|will decide|would have to|would need to|holds? the"
                  + "|owns? the|wants to see)",
              "(?:not|n'?t|isn'?t) (?:really )?(?:my|mine|up to me)(?: call| decision| to decide)?",
              "(?:ask|convince|check with|run (?:it|this) (?:by|past)|talk to|present (?:it|this)?"
                  + " ?to|(?:get )?approval from|take (?:it|this)(?: back)? to|sign-?off from|get (?:it|this)"
                  + " past|clear (?:it|this) with) (?:my|our|the) "
                  + SUPERIORS,
              "i (?:don'?t|do not|can'?t|cannot) (?:decide|sign|make (?:the|that|this) (?:decision|call))",
              "(?:he|she|they|client) (?:decides?|signs?)",
              "i (?:only|just) (?:recommend|prepare|collect)",
              "(?:client|customer|management|board|head office) signs? (?:it |this )?off",
              "(?:muss|müssen|sollen?) (?:\\p{L}+ ){0,4}(?:entscheiden|freigeben|genehmigen|absegnen|zustimmen|unterschreiben)",
              "muss (?:\\p{L}+ ){0,3}(?:chef(?:in)?|partner(?:in)?|frau|mann) fragen",
              "(?:chef(?:in)?|geschäftsführ(?:ung|er|erin)|vorstand|leitung|vorgesetzte[rn]?|einkauf) (?:\\p{L}+ )?(?:entscheidet|muss|gibt|genehmigt|will|unterschreibt)",
              "(?:mi|la|el|nuestr[oa]) (?:jef[ea]|gerente|director[a]?|dirección|socio|socia|consejo|junta) (?:\\p{L}+ )?(?:decide|tiene que|debe|aprueba|firma|quiere ver)",
              "(?:decision|call|budget) (?:is|sits|lies) with (?:my|our|the) " + SUPERIORS));

  private static final Pattern YES =
      Cues.anyOf(
          List.of(
              "(?:i|we) (?:own|hold|control|manage|have|run) (?:the|our|my) (?:own )?budget",
              "i (?:can |'ll |will |get to |alone |personally )?(?:decide|approve|sign off|sign the|sign this|sign it)",
              "(?:it'?s|it is|that'?s|this is) (?:all )?(?:my|mine) (?:call|decision|to decide|budget)",
              "is my (?:call|decision)|(?:decision|call|budget) (?:sits|lies) with me",
              "nobody else (?:has to|must|needs? to) (?:agree|approve|decide|sign)",
              "it'?s (?:all )?up to me",
              "i (?:can |get to |also )?(?:make|take) (?:the|that|this|all|those|these) (?:\\w+ )?(?:decisions?|calls?)",
              "(?:i'?m|i am|as) (?:the |a |an )?(?:final |main |only )?decision[- ]maker",
              "(?:i'?m|i am|as|being) (?:the |a |an |both |one of the )?(?:co-?)?(?:founder|owner|ceo|managing director|sole trader)",
              "(?:i'?m|i am) the (?:[a-z]+ )?owner",
              "i can sign",
              "ich (?:entscheide|unterschreibe|gebe (?:es|das) frei)|(?:die )?entscheidung (?:liegt bei mir|treffe ich)|bin (?:der |die )?(?:inhaber(?:in)?|geschäftsführer(?:in)?|chef(?:in)?)",
              "(?:yo )?decido yo|yo decido|la decisión es mía|soy (?:el |la )?(?:dueñ[oa]|propietari[oa]|gerente|fundador[a]?)",
              "(?:board|committee|management|council) has (?:released|approved|agreed)",
              "can sign (?:up to|for)",
              "budget(?: is|'?s) (?:mine|approved|with me)",
              "(?:don'?t|do not) need (?:anyone'?s|anybody'?s|any) (?:approval|permission|sign-?off)"));

  @Override
  public Stream<Fact> in(Sentence sentence) {
    var text = sentence.text();
    if (NO.matcher(text).find()) {
      return Stream.of(new Fact(PATH, new FieldValue.Flag(false), text, .8));
    }
    return YES.matcher(text).find()
        ? Stream.of(new Fact(PATH, new FieldValue.Flag(true), text, .85))
        : Stream.empty();
  }
}
