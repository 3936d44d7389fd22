package rapport.gateway.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import rapport.runtime.web.PageSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who did and saw what in the workspace, for its administrators. */
@Allow(Role.ADMIN)
@RestController
@RequestMapping("/api/v1/audit")
final class AuditController {
  private final AuditTrail trail;

  AuditController(AuditTrail trail) {
    this.trail = trail;
  }

  /**
   * An entry.
   *
   * @param seq counts the entries of the workspace from 1
   * @param kind what was done: a sign-in, a change or a read
   * @param via {@code session}, {@code token} for an API token, or {@code sign-in}
   * @param status of the answer; 401 is a wrong password, 403 an attempt that was refused
   * @param changes what became different, as far as the gateway knows
   * @param seal by which {@code /verify} sees that it is as it was written
   */
  record EntryView(
      long seq,
      Instant at,
      String kind,
      String actor,
      String actorName,
      String via,
      String method,
      String path,
      int status,
      String requestId,
      String address,
      List<String> changes,
      String seal) {}

  /** A page of entries; {@code next} is the cursor of the following page, null on the last. */
  record AuditPage(List<EntryView> items, @Nullable String next) {}

  /**
   * What a check of all entries found.
   *
   * @param intact whether every entry is as it was written, and none is missing before the last
   * @param entries how many of them, from the first on, are
   * @param seal of the last of these; kept elsewhere, it shows later whether entries were cut off
   * @param fault {@code missing} or {@code altered}, of the entry after them
   */
  record Verification(boolean intact, long entries, String seal, @Nullable String fault) {}

  /**
   * Entries, the latest first.
   *
   * @param kind {@code sign-in}, {@code change} or {@code read}; 400 {@code bad-kind}
   * @param actor the id of a user
   * @param path how the path begins
   * @param from the earliest time
   * @param to the first time that is too late
   * @param cursor {@code next} of the page before; 400 {@code bad-cursor}
   * @param limit from 1 to 200; 400 {@code bad-limit}
   */
  @GetMapping
  Mono<AuditPage> list(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String path,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = PageSize.USUAL) int limit,
      Caller caller) {
    int size = PageSize.of(limit);
    AuditQuery query = AuditQuery.of(kind, actor, path, from, to);
    return trail
        .latest(
            caller.workspace(),
            cursor == null ? query.filter() : query.before(place(cursor)),
            size + 1)
        .map(AuditController::view)
        .collectList()
        .map(found -> page(found, size));
  }

  /**
   * The same as CSV, as it happened.
   *
   * @param kind {@code sign-in}, {@code change} or {@code read}; 400 {@code bad-kind}
   * @param actor the id of a user
   * @param path how the path begins
   * @param from the earliest time
   * @param to the first time that is too late
   */
  @GetMapping(path = "/export", produces = "text/csv")
  ResponseEntity<Flux<DataBuffer>> export(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String path,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      Caller caller) {
    AuditQuery query = AuditQuery.of(kind, actor, path, from, to);
    Flux<DataBuffer> lines =
        trail
            .all(caller.workspace(), query.filter())
            .map(AuditCsv::line)
            .startWith(AuditCsv.HEAD)
            .map(line ->
                DefaultDataBufferFactory.sharedInstance.wrap(
                    line.getBytes(StandardCharsets.UTF_8)));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
        .body(lines);
  }

  /**
   * Looks whether all entries are as they were written. With {@code seq} and {@code seal} of one
   * that somebody kept elsewhere, also whether it is still there. 400 {@code missing-parameter}
   * when only one of the two is given.
   */
  @GetMapping("/verify")
  Mono<Verification> verify(
      @RequestParam(required = false) @Nullable Long seq,
      @RequestParam(required = false) @Nullable String seal,
      Caller caller) {
    return trail.verify(caller.workspace(), kept(seq, seal)).map(AuditController::verification);
  }

  private static AuditTrail.@Nullable Head kept(@Nullable Long seq, @Nullable String seal) {
    if (seq == null && seal == null) {
      return null;
    }
    if (seq == null || seal == null) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST,
          "missing-parameter",
          "The parameters seq and seal are only of use together.");
    }
    // The CSV has an apostrophe before a seal that begins with a minus; no seal begins with one.
    return new AuditTrail.Head(seq, seal.startsWith("'") ? seal.substring(1) : seal);
  }

  private static Verification verification(AuditTrail.Verdict verdict) {
    AuditChain.Fault fault = verdict.fault();
    return new Verification(
        fault == null,
        verdict.head().seq(),
        verdict.head().seal(),
        fault == null ? null : fault.name().toLowerCase(Locale.ROOT));
  }

  private static AuditPage page(List<EntryView> found, int size) {
    if (found.size() <= size) {
      return new AuditPage(found, null);
    }
    List<EntryView> items = found.subList(0, size);
    return new AuditPage(items, Long.toString(items.getLast().seq()));
  }

  private static long place(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException _) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-cursor", "This cursor is not one of ours.");
    }
  }

  private static EntryView view(Sealed sealed) {
    AuditEntry entry = sealed.entry();
    return new EntryView(
        sealed.seq(),
        entry.at(),
        entry.kind().wire(),
        entry.actor(),
        entry.actorName(),
        entry.via(),
        entry.method(),
        entry.path(),
        entry.status(),
        entry.requestId(),
        entry.address(),
        entry.changes(),
        sealed.seal());
  }
}
