package rapport.integrations.automation.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import rapport.integrations.automation.Observation;
import rapport.integrations.automation.RunIds;

/**
 * Says which runs there must be, from everything that happened, in order and once. It looks at
 * whole episodes afterwards instead of deciding as it goes.
 */
final class AutomationOracle {

  /** An automation, told in plain Java. */
  record Rule(
      String workflow,
      Predicate<Observation> concerns,
      Predicate<Observation> holds,
      boolean event,
      Duration lasts,
      Duration cooldown,
      boolean once) {}

  private record Episode(String id, Instant begin, @Nullable Instant end) {}

  private AutomationOracle() {}

  /**
   * @param stream everything of one subject from one source, in order
   */
  static Set<String> runs(String workspace, List<Observation> stream, List<Rule> rules) {
    var runs = new TreeSet<String>();
    for (var rule : rules) {
      var concerned = stream.stream().filter(rule.concerns()).toList();
      Instant last = null;
      for (var episode : rule.event() ? points(concerned, rule) : episodes(concerned, rule)) {
        var due = episode.begin().plus(rule.lasts());
        var longEnough = episode.end() == null || !episode.end().isBefore(due);
        var allowed = last == null || (!rule.once() && !due.isBefore(last.plus(rule.cooldown())));
        if (longEnough && allowed) {
          last = due;
          var subject = concerned.getFirst().subject();
          runs.add(RunIds.run(workspace, rule.workflow(), 1, subject, episode.id()));
        }
      }
    }
    return runs;
  }

  private static List<Episode> points(List<Observation> stream, Rule rule) {
    return stream.stream()
        .filter(rule.holds())
        .map(it -> new Episode(it.id(), it.at(), it.at()))
        .toList();
  }

  private static List<Episode> episodes(List<Observation> stream, Rule rule) {
    var episodes = new ArrayList<Episode>();
    for (var at = 0; at < stream.size(); at++) {
      var begins =
          rule.holds().test(stream.get(at)) && (at == 0 || !rule.holds().test(stream.get(at - 1)));
      if (begins) {
        var end = at;
        while (end < stream.size() && rule.holds().test(stream.get(end))) {
          end++;
        }
        episodes.add(
            new Episode(
                stream.get(at).id(),
                stream.get(at).at(),
                end == stream.size() ? null : stream.get(end).at()));
      }
    }
    return episodes;
  }
}
