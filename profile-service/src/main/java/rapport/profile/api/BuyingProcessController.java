package rapport.profile.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.record.RecordKind;
import rapport.profile.store.RecordQuery;
import rapport.profile.store.Records;
import rapport.profile.store.Records.Position;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Mono;

/** Reads the mappings of buying processes. Anybody with a role in the workspace may. */
@RestController
@Allow
@RequestMapping("/api/v1/buying-processes")
final class BuyingProcessController {

  private final Records records;
  private final RecordReader reader;

  BuyingProcessController(Records records, RecordReader reader) {
    this.records = records;
    this.reader = reader;
  }

  /**
   * The workspace's mappings, the one changed last first.
   *
   * @param cursor {@code next} of the page before; 400 {@code bad-cursor}
   * @param limit from 1 to 200; 400 {@code bad-limit}
   * @param q words that must all occur, case and accents aside; 400 {@code bad-query} beyond 200
   *     characters
   * @param status {@code in_progress} or {@code completed}; 400 {@code unknown-status}
   * @param profile only those linked to the customer profile of this id
   */
  @GetMapping
  Mono<Page<BuyingProcessRow>> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = Limits.USUAL_ITEMS) int limit,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String profile) {
    var size = Limits.items(limit);
    var after = Cursors.position(cursor);
    var wanted = new RecordQuery(Limits.query(q), Limits.status(status), profile);
    return records
        .list(RecordKind.BUYING_PROCESS, caller.workspace(), wanted, after, size + 1)
        .collectList()
        .map(found ->
            Page.of(found, size, BuyingProcessRow::of, stored -> Cursors.of(Position.of(stored))));
  }

  /**
   * One mapping in the source's structure; texts nobody has given yet are empty strings.
   *
   * @param atLeastRev waits up to two seconds until the mapping stands at this revision of its
   *     conversation; 409 {@code not-yet-projected} when it does not
   */
  @GetMapping("/{id}")
  Mono<ResponseEntity<BuyingProcessDetail>> get(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Long atLeastRev) {
    return reader
        .find(RecordKind.BUYING_PROCESS, caller, id, atLeastRev)
        .map(stored -> Revision.header(stored.rev()).body(BuyingProcessDetail.of(stored)));
  }
}
