package rapport.lead.fact;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.contracts.LeadEvent.Fact;
import rapport.lead.text.Cues;
import rapport.lead.text.Sentence;

/** What it is wanted for, in the visitor's words: "looking for customer support automation". */
final class UseCase implements FactRule {

  static final String PATH = "requirements.primaryUseCase";

  private static final Pattern SAID =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:looking for|look for|searching for|in the market for|interested in"
              + "|need(?:ing)? help (?:to|with)"
              + "|looking to|help (?:us|me)(?: to| with)?"
              + "|struggl(?:e|ing) with|drowning in)"
              + " (?:(?:a|an|some|something|help|software|tool|tools|solution|system|platform|way"
              + "|ways|app|service|someone|that|which|can|could|to|for|with|our|my|the) )*"
              + "([\\p{L}][^.,;:!?()]{3,70}?)"
              + "(?= (?:and (?:we|i|it|what|how|my|our)|but|because|so that|since|as (?:we|i)"
              + "|before|by|until|within|asap|which|next|this)(?![\\p{L}])|[.,;:!?()]|$)");

  /** What is too much for them: "returns are killing us". */
  private static final Pattern TOO_MUCH =
      Pattern.compile(
          "(?iu)(?:^|[,;:.] ?|(?<![\\p{L}])(?:and|but|so|because) )"
              + "(?:(?:the|our|my|all) )*((?!(?:it|this|that|they|we|i)(?![\\p{L}]))(?:[\\p{L}'-]+ ){0,2}?[\\p{L}'-]{3,})"
              + " (?:is|are) (?:killing|eating|drowning|crushing|driving|piling up|getting out of hand)");

  /** What comes in to be dealt with, day after day: "around 40 enquiries a week". */
  private static final Pattern COMING_IN =
      Pattern.compile(
          "(?iu)\\d[\\d.,k]* ((?:[\\p{L}-]+ )?(?:tickets|e-?mails|calls|questions|messages|chats"
              + "|enquiries|inquiries|requests|complaints|bookings|appointments|returns|claims))"
              + " (?:a|an|per|each|every) (?:day|week|month|hour|year|night|shift|morning|weekend)");

  private static final Pattern NO_USE =
      Cues.anyOf(
          List.of(
              "talk",
              "speak",
              "ask",
              "check",
              "know",
              "see",
              "think",
              "decide",
              "answers?(?= by| before|$)",
              "demo",
              "quote",
              "pric(?:e|es|ing)",
              "info(?:rmation)?",
              "budget",
              "approval",
              "sso",
              "audit",
              "internships?",
              "something",
              "anything",
              "jobs?",
              "work for you",
              "understand",
              "convince",
              "time",
              "it",
              "them",
              "this",
              "that",
              "one",
              "you",
              "go live",
              "be live"));

  @Override
  public Stream<Fact> in(Sentence sentence) {
    return Stream.of(
            Phrase.first(PATH, SAID, sentence, .6),
            Phrase.first(PATH, TOO_MUCH, sentence, .6),
            Phrase.first(PATH, COMING_IN, sentence, .5))
        .flatMap(found -> found)
        .filter(fact -> {
          var first = NO_USE.matcher(fact.value().display());
          return !(first.find() && first.start() == 0);
        })
        .limit(1);
  }
}
