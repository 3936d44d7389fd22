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
    return Phrase.first(PATH, SAID, sentence, .6)
        .filter(fact -> {
          var first = NO_USE.matcher(fact.value().display());
          return !(first.find() && first.start() == 0);
        });
  }
}
