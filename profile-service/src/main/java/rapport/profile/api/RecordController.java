package rapport.profile.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.record.RecordKind;
import rapport.profile.store.FieldHistory;
import rapport.profile.store.FieldHistory.Place;
import rapport.profile.store.StoredRecord;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Mono;

/**
 * Tells how a record came about, whatever its kind: {@code profiles} or {@code buying-processes}.
 * Anybody with a role in the workspace may ask.
 */
@RestController
@Allow
final class RecordController {

  private static final String ANY_KIND = "/api/v1/{kind:profiles|buying-processes}";

  private final RecordReader reader;
  private final FieldHistory history;

  RecordController(RecordReader reader, FieldHistory history) {
    this.reader = reader;
    this.history = history;
  }

  /** Where each value of a record comes from. */
  @GetMapping(ANY_KIND + "/{id}/provenance")
  Mono<RecordProvenance> provenance(
      Caller caller, @PathVariable String kind, @PathVariable String id) {
    return reader.find(RecordKind.named(kind), caller, id).map(RecordProvenance::of);
  }

  /**
   * What changed, the latest first; what one event changed, in the order of the paths.
   *
   * @param path only this field, such as {@code demographics.age}, or everything of a section, a
   *     row or a group, such as {@code buying_stages[s2]}
   * @param cursor {@code next} of the page before; 400 {@code bad-cursor}
   * @param limit from 1 to 200; 400 {@code bad-limit}
   */
  @GetMapping(ANY_KIND + "/{id}/history")
  Mono<Page<FieldHistory.Entry>> history(
      Caller caller,
      @PathVariable String kind,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String path,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = Limits.USUAL_ITEMS) int limit) {
    return page(caller, reader.find(RecordKind.named(kind), caller, id), path, cursor, limit);
  }

  /**
   * The {@linkplain #history history} of whatever record the conversation of this id has; the same
   * parameters.
   */
  @GetMapping("/api/v1/records/{id}/history")
  Mono<Page<FieldHistory.Entry>> historyOfConversation(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String path,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = Limits.USUAL_ITEMS) int limit) {
    return page(caller, reader.ofConversation(caller, id), path, cursor, limit);
  }

  private Mono<Page<FieldHistory.Entry>> page(
      Caller caller,
      Mono<StoredRecord> record,
      @Nullable String path,
      @Nullable String cursor,
      int limit) {
    var size = Limits.items(limit);
    var after = Cursors.place(cursor);
    return record
        .flatMapMany(found -> history.find(caller.workspace(), found.id(), path, after, size + 1))
        .collectList()
        .map(found -> Page.of(found, size, entry -> entry, last -> Cursors.of(Place.of(last))));
  }
}
