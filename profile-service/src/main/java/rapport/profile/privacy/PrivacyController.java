package rapport.profile.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.api.Limits;
import rapport.profile.privacy.PrivacyRequest.Answer;
import rapport.profile.privacy.PrivacyRequest.State;
import rapport.profile.privacy.PrivacyRequests.Position;
import rapport.profile.privacy.Receipts.Receipt;
import rapport.profile.privacy.Receipts.Signed;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.privacy.PrivacyReport.Count;
import rapport.runtime.privacy.PrivacyTask.Kind;
import rapport.runtime.privacy.Subject;
import rapport.runtime.problem.Problem;
import rapport.runtime.web.Cursor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a person may ask of what is kept of them; administrators ask in their name. */
@RestController
@Allow(Role.ADMIN)
@RequestMapping("/api/v1/privacy")
final class PrivacyController {

  private static final Pattern POSITION = Pattern.compile("(\\d{1,15}):([A-Za-z0-9-]{1,64})");
  private static final int LONGEST_REASON = 500;

  private final PrivacyDesk desk;
  private final PrivacyRequests requests;
  private final Whom whom;
  private final Receipts receipts;
  private final ArchiveFile file;

  PrivacyController(
      PrivacyDesk desk, PrivacyRequests requests, Whom whom, Receipts receipts, ArchiveFile file) {
    this.desk = desk;
    this.requests = requests;
    this.whom = whom;
    this.receipts = receipts;
    this.file = file;
  }

  /**
   * Who is meant: one of these.
   *
   * @param person the id of a person
   * @param email an address
   * @param visitor the id a browser has
   * @param conversation one they took part in
   * @param contact the id of a contact
   */
  record Who(
      @Nullable String person,
      @Nullable String email,
      @Nullable String visitor,
      @Nullable String conversation,
      @Nullable String contact) {
    Named named() {
      return new Named(person, email, visitor, conversation, contact).checked();
    }
  }

  /**
   * Who is to be erased, and why.
   *
   * @param reason for whoever reads the list later; do not name the person in it
   */
  record Erase(
      @Nullable String person,
      @Nullable String email,
      @Nullable String visitor,
      @Nullable String conversation,
      @Nullable String contact,
      @Nullable String reason) {
    Named named() {
      return new Named(person, email, visitor, conversation, contact).checked();
    }
  }

  /** The ids a person is known by here; other services may know more. */
  record Found(
      List<String> people,
      List<String> visitors,
      List<String> conversations,
      List<String> contacts,
      List<String> emails) {}

  /**
   * A request.
   *
   * @param state {@code running} or {@code done}
   * @param round of an erasure, 1 or 2; 0 of an archive
   * @param services how far each of them is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RequestView(
      String id,
      String state,
      String reason,
      String askedBy,
      String askedByName,
      Instant askedAt,
      @Nullable Instant doneAt,
      int round,
      List<ServiceView> services) {}

  /**
   * A service.
   *
   * @param state {@code waiting} or {@code done}
   * @param stores what was found, by collection or topic
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ServiceView(String service, String state, @Nullable Instant at, List<Count> stores) {}

  /** Part of a list; {@code next} asks for what follows. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RequestPage(List<RequestView> items, @Nullable String next) {}

  /** A receipt as it was handed out. */
  record Presented(@Nullable String jws) {}

  /** Whether a receipt is ours and unaltered, and what it says then. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Verification(boolean valid, @Nullable Receipt receipt) {}

  /** Shows whom a request would be about; nothing is changed. 422 {@code name-one}. */
  @PostMapping("/subjects")
  Mono<Found> find(Caller caller, @RequestBody Who body) {
    return whom.of(caller.workspace(), body.named()).map(PrivacyController::found);
  }

  /**
   * Has every service erase what it keeps of the person. 422 {@code name-one}, {@code
   * reason-missing}.
   */
  @PostMapping("/erasures")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<RequestView> erase(Caller caller, @RequestBody Erase body) {
    var reason = body.reason() == null ? "" : body.reason().strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "reason-missing",
          "Say why, in at most " + LONGEST_REASON + " letters.");
    }
    return desk.ask(caller, Kind.ERASURE, body.named(), reason).map(PrivacyController::view);
  }

  /**
   * Erasures, the latest first; {@code limit} 1 to 200. 400 {@code bad-cursor}, {@code bad-limit}.
   */
  @GetMapping("/erasures")
  Mono<RequestPage> erasures(
      Caller caller,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    return page(caller, Kind.ERASURE, cursor, limit);
  }

  /** One of them, with what each service found. 404 {@code request-not-found}. */
  @GetMapping("/erasures/{id}")
  Mono<RequestView> erasure(Caller caller, @PathVariable String id) {
    return request(caller, Kind.ERASURE, id).map(PrivacyController::view);
  }

  /** Its signed receipt. 404 {@code request-not-found}, 409 {@code not-done-yet}. */
  @GetMapping("/erasures/{id}/receipt")
  Mono<Signed> receipt(Caller caller, @PathVariable String id) {
    return request(caller, Kind.ERASURE, id).map(receipts::of);
  }

  /** Looks whether a receipt is one of ours, and as it was handed out. */
  @PostMapping("/receipts/verify")
  Mono<Verification> verify(@RequestBody Presented body) {
    var jws = Problem.required("jws", body.jws());
    return Mono.fromCallable(() -> {
      var receipt = receipts.verified(jws);
      return new Verification(receipt.isPresent(), receipt.orElse(null));
    });
  }

  /** Has every service hand in what it keeps of the person. 422 {@code name-one}. */
  @PostMapping("/archives")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<RequestView> archive(Caller caller, @RequestBody Who body) {
    return desk.ask(caller, Kind.ARCHIVE, body.named(), "").map(PrivacyController::view);
  }

  /**
   * Archives, the latest first; {@code limit} 1 to 200. 400 {@code bad-cursor}, {@code bad-limit}.
   */
  @GetMapping("/archives")
  Mono<RequestPage> archives(
      Caller caller,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    return page(caller, Kind.ARCHIVE, cursor, limit);
  }

  /** One of them. 404 {@code request-not-found}. */
  @GetMapping("/archives/{id}")
  Mono<RequestView> archived(Caller caller, @PathVariable String id) {
    return request(caller, Kind.ARCHIVE, id).map(PrivacyController::view);
  }

  /**
   * It as a ZIP, for seven days: of each service and collection the documents as JSON and as CSV.
   * 404 {@code request-not-found}, 409 {@code not-done-yet}, 410 {@code archive-forgotten}.
   */
  @GetMapping(path = "/archives/{id}/file", produces = "application/zip")
  Mono<ResponseEntity<Flux<DataBuffer>>> file(Caller caller, @PathVariable String id) {
    return request(caller, Kind.ARCHIVE, id)
        .flatMap(archive -> {
          if (archive.state() != State.DONE) {
            return Mono.error(
                Problem.of(HttpStatus.CONFLICT, "not-done-yet", "Not every service is done yet."));
          }
          return Mono.just(
              ResponseEntity.ok()
                  .contentType(MediaType.parseMediaType("application/zip"))
                  .header(
                      HttpHeaders.CONTENT_DISPOSITION,
                      "attachment; filename=\"" + archive.id() + ".zip\"")
                  .body(file.of(archive)));
        });
  }

  private Mono<PrivacyRequest> request(Caller caller, Kind kind, String id) {
    return requests
        .find(caller.workspace(), id)
        .filter(found -> found.kind() == kind)
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.NOT_FOUND, "request-not-found", "There is no such request.")));
  }

  private Mono<RequestPage> page(Caller caller, Kind kind, @Nullable String cursor, int limit) {
    var size = Limits.items(limit);
    var after =
        Cursor.read(
            cursor,
            POSITION,
            at -> new Position(Instant.ofEpochMilli(Long.parseLong(at.group(1))), at.group(2)));
    return requests
        .list(caller.workspace(), kind, after, size + 1)
        .collectList()
        .map(found -> {
          var shown = found.subList(0, Math.min(size, found.size()));
          var next = found.size() > size ? cursor(Position.of(shown.getLast())) : null;
          return new RequestPage(shown.stream().map(PrivacyController::view).toList(), next);
        });
  }

  private static String cursor(Position last) {
    return Cursor.of(last.askedAt().toEpochMilli() + ":" + last.id());
  }

  private static Found found(Subject it) {
    return new Found(it.people(), it.visitors(), it.conversations(), it.contacts(), it.emails());
  }

  private static RequestView view(PrivacyRequest it) {
    return new RequestView(
        it.id(),
        it.state().name().toLowerCase(Locale.ROOT),
        it.reason(),
        it.askedBy(),
        it.askedByName(),
        it.askedAt(),
        it.doneAt(),
        it.round(),
        it.services().keySet().stream().sorted().map(service -> view(it, service)).toList());
  }

  private static ServiceView view(PrivacyRequest it, String service) {
    Answer answer = Objects.requireNonNull(it.services().get(service));
    return new ServiceView(
        service, it.isDone(service) ? "done" : "waiting", answer.at(), answer.stores());
  }
}
