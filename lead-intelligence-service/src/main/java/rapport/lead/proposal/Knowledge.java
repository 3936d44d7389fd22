package rapport.lead.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import rapport.contracts.PersonaState.Answer;
import rapport.lead.proposal.Topics.Topic;
import rapport.lead.site.PageText;
import rapport.lead.site.PageText.Section;
import rapport.lead.text.Terms;

/**
 * Short answers a site has: its own questions and answers, and for what visitors usually ask about
 * the place that says most. They are the site's own words, never made up.
 */
final class Knowledge {

  private static final int MOST = 12;
  private static final int MOST_SENTENCES = 3;
  private static final int LONGEST = 400;
  private static final int FEWEST_WORDS = 4;
  private static final int ASKED = 6;
  private static final int OWN = 5;
  private static final int HEADED = 4;

  /** A section that may have an answer. */
  private record Candidate(PageText page, Section section, List<Passage> passages) {}

  private final List<Candidate> candidates = new ArrayList<>();

  Knowledge(SiteText site) {
    for (var page : site.pages()) {
      for (var section : page.sections()) {
        var passages = site.passages(page, section).stream().filter(one -> !one.isSaid()).toList();
        if (!passages.isEmpty()) {
          candidates.add(new Candidate(page, section, passages));
        }
      }
    }
  }

  /** What may be told to this kind of visitor: what its own pages say goes first. */
  List<Known> of(Kind kind) {
    var found = new LinkedHashMap<String, Known>();
    for (var topic : Topics.ALL) {
      candidates.stream()
          .filter(one -> points(one, topic, kind) > 0)
          .max(Comparator.comparingDouble(one -> points(one, topic, kind)))
          .flatMap(best -> known(best, topic))
          .ifPresent(known -> found.putIfAbsent(known.answer().answer(), known));
    }
    for (var candidate : candidates) {
      asked(candidate).ifPresent(known -> found.putIfAbsent(known.answer().answer(), known));
    }
    return found.values().stream().limit(MOST).toList();
  }

  private static double points(Candidate one, Topic topic, Kind kind) {
    var sentences = sentences(one, topic);
    if (sentences.isEmpty()) {
      return 0;
    }
    var heading = one.section().heading();
    var own = one.passages().stream().anyMatch(kind.own()::contains) ? OWN : 0;
    var headed = topic.isIn(heading) ? heading.endsWith("?") ? ASKED : HEADED : 0;
    var dense = sentences.stream().mapToLong(said -> topic.count(said.quote())).sum();
    return own + headed + Math.min(dense, MOST_SENTENCES);
  }

  /** The sentences that speak of the topic, or, under its heading, the first ones. */
  private static List<Passage> sentences(Candidate one, Topic topic) {
    var telling = telling(one);
    var exact = telling.stream().filter(said -> topic.isIn(said.quote())).toList();
    return exact.isEmpty() && topic.isIn(one.section().heading()) ? telling : exact;
  }

  private static List<Passage> telling(Candidate one) {
    return one.passages().stream().filter(Knowledge::tells).toList();
  }

  /** Whether a heading asks something, and not only for attention. */
  private static boolean isQuestion(String heading) {
    return heading.endsWith("?")
        && Audience.CUES.all("question", heading).stream().anyMatch(match -> match.start() == 0);
  }

  private static boolean tells(Passage passage) {
    return !passage.quote().endsWith("?") && Terms.of(passage.quote()).size() >= FEWEST_WORDS;
  }

  private static Optional<Known> known(Candidate one, Topic topic) {
    var heading = one.section().heading();
    var isAsked = isQuestion(heading) && topic.isIn(heading);
    if (isAsked) {
      return known(topic.name(), heading, telling(one), true);
    }
    return known(topic.name(), topic.question(), sentences(one, topic), false);
  }

  /** The page asks and answers by itself. */
  private static Optional<Known> asked(Candidate one) {
    var heading = one.section().heading();
    if (!isQuestion(heading)) {
      return Optional.empty();
    }
    var terms = Terms.of(heading);
    var topic = String.join("-", terms.subList(0, Math.min(MOST_SENTENCES, terms.size())));
    return topic.isEmpty() ? Optional.empty() : known(topic, heading, telling(one), true);
  }

  private static Optional<Known> known(
      String topic, String question, List<Passage> telling, boolean isAsked) {
    var taken = new ArrayList<Passage>();
    var length = 0;
    for (var passage : telling) {
      length += passage.quote().length() + 1;
      if (taken.size() < MOST_SENTENCES && length <= LONGEST) {
        taken.add(passage);
      }
    }
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    var text = taken.stream().map(Knowledge::ended).collect(Collectors.joining(" "));
    var answer = new Answer(topic, question, text, taken.getFirst().page());
    return Optional.of(new Known(answer, taken, isAsked));
  }

  private static String ended(Passage passage) {
    return passage.quote().matches("(?s).*[.!?…]") ? passage.quote() : passage.quote() + ".";
  }
}
