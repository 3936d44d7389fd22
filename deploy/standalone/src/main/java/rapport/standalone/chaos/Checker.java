package rapport.standalone.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rapport.standalone.chaos.Evidence.Asked;
import rapport.standalone.chaos.Evidence.Event;
import rapport.standalone.chaos.Evidence.Outcome;
import rapport.standalone.chaos.Evidence.Stream;
import rapport.standalone.chaos.Evidence.View;
import rapport.standalone.chaos.Finding.Kind;

/** Compares what was promised with what was found. Pure: it looks at the evidence alone. */
final class Checker {

  private final Evidence evidence;
  private final List<Finding> findings = new ArrayList<>();

  private Checker(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Every promise that was not kept; none when all were. */
  static List<Finding> check(Evidence evidence) {
    var checker = new Checker(evidence);
    checker.messages();
    evidence
        .streams()
        .forEach((id, stream) -> {
          checker.log(id, stream);
          checker.topic(id, stream);
          checker.feeds(id, stream);
        });
    evidence.views().forEach(checker::view);
    checker.quarantine();
    return List.copyOf(checker.findings);
  }

  private void found(Kind kind, String stream, String detail) {
    findings.add(new Finding(kind, stream, detail));
  }

  private void messages() {
    var positions = new HashMap<String, Map<String, List<Integer>>>();
    evidence.streams().forEach((id, stream) -> positions.put(id, positions(stream.log())));
    var latest = new HashMap<String, Integer>();
    for (var asked : evidence.asked()) {
      var there =
          positions.getOrDefault(asked.stream(), Map.of()).getOrDefault(asked.input(), List.of());
      presence(asked, there.size());
      if (!there.isEmpty()) {
        var before = latest.put(asked.stream(), there.getFirst());
        if (before != null && before > there.getFirst()) {
          found(Kind.REORDERED, asked.stream(), asked.input() + " is before what was said earlier");
        }
      }
    }
  }

  private void presence(Asked asked, int times) {
    if (asked.outcome() == Outcome.OK && times == 0) {
      found(Kind.LOST, asked.stream(), asked.input() + " was acknowledged");
    }
    if (asked.outcome() == Outcome.FAILED && times > 0) {
      found(Kind.REFUSED_YET_THERE, asked.stream(), asked.input());
    }
    if (times > 1) {
      found(Kind.DOUBLED, asked.stream(), "%s is there %d times".formatted(asked.input(), times));
    }
    if (asked.answers().size() > 1) {
      found(Kind.ANSWERED_DIFFERENTLY, asked.stream(), asked.input());
    }
  }

  private static Map<String, List<Integer>> positions(List<Event> log) {
    var positions = new HashMap<String, List<Integer>>();
    for (var at = 0; at < log.size(); at++) {
      var input = log.get(at).input();
      if (!input.isEmpty()) {
        positions.computeIfAbsent(input, _ -> new ArrayList<>()).add(at);
      }
    }
    return positions;
  }

  private void log(String id, Stream stream) {
    for (var at = 0; at < stream.log().size(); at++) {
      if (stream.log().get(at).rev() != at + 1) {
        found(
            Kind.LOG_NOT_DENSE,
            id,
            "revision %d where %d belongs".formatted(stream.log().get(at).rev(), at + 1));
        return;
      }
    }
  }

  private void topic(String id, Stream stream) {
    var byRev = new TreeMap<Long, Event>();
    var latest = 0L;
    for (var event : stream.topic()) {
      var other = byRev.putIfAbsent(event.rev(), event);
      if (other != null) {
        if (!other.equals(event)) {
          found(Kind.TOPIC_DIFFERS, id, "two different revisions " + event.rev());
        }
      } else if (event.rev() < latest && !evidence.topicCut()) {
        found(
            Kind.TOPIC_REORDERED, id, "revision %d comes after %d".formatted(event.rev(), latest));
      }
      latest = Math.max(latest, event.rev());
    }
    for (var event : stream.log()) {
      var there = byRev.remove(event.rev());
      if (there == null) {
        found(Kind.TOPIC_LACKS, id, "revision " + event.rev());
      } else if (!there.equals(event)) {
        found(Kind.TOPIC_DIFFERS, id, "revision " + event.rev());
      }
    }
    byRev.keySet().forEach(rev -> found(Kind.TOPIC_DIFFERS, id, "only the topic has " + rev));
  }

  private void feeds(String id, Stream stream) {
    var last = stream.log().isEmpty() ? 0 : stream.log().getLast().rev();
    for (var feed : stream.feeds()) {
      var seen = 0L;
      for (var rev : feed) {
        if (rev <= seen) {
          found(Kind.FEED_REPEATS, id, "revision %d after %d".formatted(rev, seen));
        }
        seen = Math.max(seen, rev);
      }
      if (seen != last) {
        found(Kind.FEED_BEHIND, id, "ends at %d instead of %d".formatted(seen, last));
      }
    }
  }

  private void view(View view) {
    var where = "%s stands at %d of %d".formatted(view.projection(), view.rev(), view.ownerRev());
    if (view.rev() != view.ownerRev()) {
      found(Kind.VIEW_BEHIND, view.stream(), where);
    }
    if (!view.same()) {
      found(Kind.VIEW_DIFFERS, view.stream(), where);
    }
  }

  private void quarantine() {
    var taken = new HashSet<>(evidence.poisoned());
    taken.removeAll(evidence.quarantined());
    if (!evidence.topicCut()) { // poison may have been cut off before anybody read it
      taken.forEach(stream -> found(Kind.POISON_TAKEN, stream, "it is not set aside"));
    }
    var aside = new HashSet<>(evidence.quarantined());
    aside.removeAll(evidence.poisoned());
    aside.forEach(stream -> found(Kind.SET_ASIDE, stream, "nobody poisoned it"));
  }
}
