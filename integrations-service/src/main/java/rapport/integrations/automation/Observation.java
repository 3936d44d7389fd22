package rapport.integrations.automation;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AutomationEvent.Subject;

/**
 * What one published event says of one subject: facts that changed, something that happened, or
 * both.
 *
 * @param id of the event, the same on every delivery
 * @param source the topic and stream it lies in
 * @param rev its place there; a subject takes each source in the order of its revisions
 * @param subject whom it is about
 * @param at when it happened
 * @param facts new values by name; null for one that is not known any longer
 * @param event what happened, by its name in the {@link Vocabulary}
 */
public record Observation(
    String id,
    String source,
    long rev,
    Subject subject,
    Instant at,
    Map<String, @Nullable Object> facts,
    @Nullable String event) {

  public Observation {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }
}
