package rapport.profile.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.profile.ProfileFields;
import rapport.profile.profile.ProfileTree;
import rapport.profile.profile.Status;
import rapport.profile.store.FieldHistory;
import rapport.profile.store.Profiles;
import rapport.profile.store.Profiles.Position;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Reads customer profiles. Anybody with a role in the workspace may. */
@RestController
@Allow
@RequestMapping("/api/v1/profiles")
final class ProfileController {

  /** The conversation's revision an answer stands at. */
  static final String REVISION = "X-Rapport-Revision";

  private final Profiles profiles;
  private final ProfileReader reader;
  private final FieldHistory history;
  private final ProfileFields fields;
  private final ProfileTree tree;

  ProfileController(
      Profiles profiles,
      ProfileReader reader,
      FieldHistory history,
      ProfileFields fields,
      ProfileTree tree) {
    this.profiles = profiles;
    this.reader = reader;
    this.history = history;
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
    return profiles
        .list(caller.workspace(), Limits.query(q), status(status), after, size + 1)
        .collectList()
        .map(found ->
            Page.of(
                found,
                size,
                stored -> ProfileRow.of(stored.profile(), fields),
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
        .find(caller, id, atLeastRev)
        .map(stored ->
            ResponseEntity.ok()
                .header(REVISION, Long.toString(stored.rev()))
                .body(ProfileDetail.of(stored, fields, tree)));
  }

  /** Where each value of a profile comes from. */
  @GetMapping("/{id}/provenance")
  Mono<ProfileProvenance> provenance(Caller caller, @PathVariable String id) {
    return reader.find(caller, id).map(ProfileProvenance::of);
  }

  /**
   * What changed, the latest first.
   *
   * @param path only this field, such as {@code demographics.age}
   */
  @GetMapping("/{id}/history")
  Mono<Page<FieldHistory.Entry>> history(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String path,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = Limits.USUAL_ITEMS) int limit) {
    var size = Limits.items(limit);
    var before = Cursors.revision(cursor);
    return reader
        .find(caller, id)
        .flatMapMany(_ -> history.find(caller.workspace(), id, path, before, size + 1))
        .collectList()
        .map(found -> Page.of(found, size, entry -> entry, entry -> Cursors.of(entry.rev())));
  }

  private static @Nullable Status status(@Nullable String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(Status.values())
        .filter(status -> status.wire().equals(name))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                HttpStatus.BAD_REQUEST,
                "unknown-status",
                "A profile is in_progress or completed."));
  }
}
