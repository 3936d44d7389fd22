package rapport.profile.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.profile.record.SourcedValue;
import rapport.profile.store.StoredRecord;

/** Where each value of a record comes from, by path. */
record RecordProvenance(String id, long rev, Map<String, Leaf> fields) {

  /**
   * One value; {@code by}, {@code at} and {@code confidence} are absent when its source is not
   * known.
   *
   * @param by which hand wrote it: chat, panel, prefill, generated
   * @param confidence from 0 to 1
   * @param locked whether a person has locked it against later sources; not offered yet
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Leaf(
      Object value,
      ValueSource source,
      @Nullable String by,
      @Nullable Instant at,
      @Nullable Double confidence,
      boolean locked) {}

  /**
   * What a value was taken from.
   *
   * @param system always {@code conversation}
   * @param recordId the conversation
   * @param eventId its event
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ValueSource(
      String system,
      String recordId,
      @Nullable String eventId,
      @Nullable String actor,
      @Nullable String quote) {}

  static RecordProvenance of(StoredRecord stored) {
    var id = stored.id();
    var leaves = new LinkedHashMap<String, Leaf>();
    stored.record().fields().shown().forEach((path, held) -> leaves.put(path, leaf(id, held)));
    return new RecordProvenance(id, stored.rev(), leaves);
  }

  private static Leaf leaf(String id, SourcedValue held) {
    var from = held.provenance();
    if (from == null) {
      var source = new ValueSource("conversation", id, null, null, null);
      return new Leaf(held.value().json(), source, null, null, null, false);
    }
    return new Leaf(
        held.value().json(),
        new ValueSource("conversation", id, from.eventId(), from.actor(), from.quote()),
        from.by().wire(),
        from.at(),
        from.confidence(),
        false);
  }
}
