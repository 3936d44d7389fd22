package rapport.integrations.automation.input;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AutomationEvent.Subject;
import rapport.contracts.Envelope;
import rapport.integrations.automation.Observation;

/**
 * A stream as far as it was watched.
 *
 * @param known what has been met before, so that only its first time is news
 * @param facts that are said of the stream's own subject, and go with whatever else is in it
 * @param fresh observations that may not have been taken yet; never stored
 * @param ignored whether the stream is none of the automations' business
 */
record Watched(
    Set<String> known, Map<String, Object> facts, List<Observation> fresh, boolean ignored) {

  static final Watched NEW = new Watched(Set.of(), Map.of(), List.of(), false);

  Watched {
    known = Collections.unmodifiableSet(new TreeSet<>(known));
    facts = Map.copyOf(facts);
    fresh = List.copyOf(fresh);
  }

  /** Facts of the stream's own subject. */
  Watched saying(Map<String, @Nullable Object> changes) {
    var all = new HashMap<>(facts);
    changes.forEach((name, value) -> {
      if (value == null) {
        all.remove(name);
      } else {
        all.put(name, value);
      }
    });
    return new Watched(known, all, fresh, ignored);
  }

  /** From now on that has been met. */
  Watched knowing(String thing) {
    var all = new TreeSet<>(known);
    all.add(thing);
    return new Watched(all, facts, fresh, ignored);
  }

  Watched ignoring() {
    return new Watched(known, facts, fresh, true);
  }

  /** One more observation, made of that event. */
  Watched seeing(
      String topic,
      Envelope<?> envelope,
      Subject subject,
      Map<String, ? extends @Nullable Object> changes,
      @Nullable String event) {
    var all = new ArrayList<>(fresh);
    all.add(
        new Observation(
            envelope.id(),
            topic + "/" + envelope.stream(),
            envelope.rev(),
            subject,
            envelope.at(),
            new LinkedHashMap<>(changes),
            event));
    return new Watched(known, facts, all, ignored);
  }
}
