package rapport.profile.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.profile.ProfileFields;
import rapport.profile.profile.ProfileTree;
import rapport.profile.record.RecordKind;
import rapport.profile.store.RecordQuery;
import rapport.profile.store.Records;
import rapport.profile.store.Records.Position;
import rapport.profile.store.StoredRecord;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Mono;

/** Reads customer profiles. Anybody with a role in the workspace may. */
@RestController
@Allow
@RequestMapping("/api/v1/profiles")
final class ProfileController {

  /** How many mappings a profile names. */
  private static final int MOST_LINKED = 50;

  private final Records records;
  private final RecordReader reader;
  private final ProfileFields fields;
  private final ProfileTree tree;

  ProfileController(Records records, RecordReader reader, ProfileFields fields, ProfileTree tree) {
    this.records = records;
    this.reader = reader;
    this.fields = fields;
    this.tree = tree;
  }

  /**
   * The workspace's profiles, the one changed last first.
   *
   * @param cursor {@code next} of the page before; 400 {@code bad-cursor}
   * @param limit from 1 to 200; 400 {@code bad-limit}
   * @param q words that must all occur, case and accents aside; 400 {@code bad-query} beyond 200
   *     characters
   * @param status {@code in_progress} or {@code completed}; 400 {@code unknown-status}
   */
  @GetMapping
  Mono<Page<ProfileRow>> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = Limits.USUAL_ITEMS) int limit,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String status) {
    var size = Limits.items(limit);
    var after = Cursors.position(cursor);
    var wanted = new RecordQuery(Limits.query(q), Limits.status(status), null);
    return records
        .list(RecordKind.PROFILE, caller.workspace(), wanted, after, size + 1)
        .collectList()
        .map(found ->
            Page.of(
                found,
                size,
                stored -> ProfileRow.of(stored.record(), fields),
                stored -> Cursors.of(Position.of(stored))));
  }

  /**
   * One profile in the source's structure.
   *
   * @param atLeastRev waits up to two seconds until the profile stands at this revision of its
   *     conversation; 409 {@code not-yet-projected} when it does not
   */
  @GetMapping("/{id}")
  Mono<ResponseEntity<ProfileDetail>> get(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Long atLeastRev) {
    return reader
        .find(RecordKind.PROFILE, caller, id, atLeastRev)
        .flatMap(stored -> detail(caller, stored))
        .map(detail -> Revision.header(detail.rev()).body(detail));
  }

  private Mono<ProfileDetail> detail(Caller caller, StoredRecord stored) {
    var linked = RecordQuery.linkedTo(stored.id());
    return records
        .list(RecordKind.BUYING_PROCESS, caller.workspace(), linked, null, MOST_LINKED)
        .collectList()
        .map(found -> ProfileDetail.of(stored, fields, tree, found));
  }
}
