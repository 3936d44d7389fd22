package rapport.profile.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.contracts.ConsentPurpose;
import rapport.profile.consent.ConsentEntry;
import rapport.profile.consent.ConsentEntry.Source;
import rapport.profile.consent.Consents.Standing;
import rapport.profile.person.Deciding.Outcome;
import rapport.profile.person.Person;
import rapport.profile.person.PersonChange;
import rapport.profile.store.PersonWrites;
import rapport.profile.store.PersonWrites.Step;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** What a person agreed to and took back; sales, customer success and administrators record it. */
@RestController
@RequestMapping("/api/v1/people/{id}/consents")
final class ConsentController {

  private static final int LONGEST = 200;

  /** Clocks differ a little. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  private final PersonReader reader;
  private final PersonWrites writes;
  private final Clock clock;

  ConsentController(PersonReader reader, PersonWrites writes, Clock clock) {
    this.reader = reader;
    this.writes = writes;
    this.clock = clock;
  }

  /**
   * A person's consents.
   *
   * @param current how it stands with each purpose
   * @param items the ledger, what was said last first
   */
  record Ledger(List<Current> current, List<Line> items) {}

  /**
   * A purpose.
   *
   * @param state {@code granted}, {@code withdrawn}; where the ledger says nothing {@code assumed}
   *     (a legitimate interest, until they object) or {@code needed} (they would have to agree)
   * @param allowed whether anything may be done with what is known of them for that purpose
   * @param at when they said so last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Current(
      String purpose, String state, boolean allowed, @Nullable String text, @Nullable Instant at) {

    static Current of(Standing standing) {
      var entry = standing.entry();
      return new Current(
          standing.purpose().wire(),
          standing.state().wire(),
          standing.state().isAllowed(),
          entry == null ? null : entry.text(),
          entry == null ? null : entry.at());
    }
  }

  /**
   * A line of the ledger.
   *
   * @param granted false when they took it back
   * @param text name and version of the text
   * @param source {@code conversation}, {@code form}, {@code api}, {@code import} or {@code
   *     colleague}
   * @param where in the source, such as the conversation's id
   * @param by {@code visitor}, or the id of whoever recorded it, with their {@code name}
   * @param at when the person said so; {@code recordedAt} when it was written down here
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      String id,
      String purpose,
      boolean granted,
      @Nullable String text,
      @Nullable String locale,
      String source,
      @Nullable String where,
      String by,
      @Nullable String name,
      Instant at,
      Instant recordedAt) {

    static Line of(ConsentEntry entry) {
      return new Line(
          entry.id(),
          entry.purpose().wire(),
          entry.granted(),
          entry.text(),
          entry.locale(),
          entry.source().wire(),
          entry.where(),
          entry.by(),
          entry.name(),
          entry.at(),
          entry.recordedAt());
    }
  }

  /** How it stands with each purpose, and everything that led to it. */
  @GetMapping
  @Allow
  Mono<Ledger> get(Caller caller, @PathVariable String id) {
    return reader.find(caller, id).flatMap(person -> ledger(caller, person));
  }

  private Mono<Ledger> ledger(Caller caller, Person person) {
    return writes
        .material(caller.workspace(), person.id())
        .map(material -> {
          var consents = person.ledger(material);
          return new Ledger(
              consents.standing(material.policy()).stream().map(Current::of).toList(),
              consents.ledger().reversed().stream().map(Line::of).toList());
        });
  }

  /**
   * Adds a line to the ledger, which holds from then on. 422 {@code unknown-purpose}, {@code
   * unknown-source}, {@code text-missing} to grant without naming a text, {@code too-long}, {@code
   * in-the-future}, {@code too-many} to grant beyond 500 lines. Beyond them a withdrawal is taken
   * all the same, and adds no line only when one says so already.
   */
  @PostMapping
  @Allow({Role.SALES, Role.SUCCESS})
  Mono<Ledger> record(
      Caller caller, @PathVariable String id, @RequestBody PersonRequests.Consent body) {
    var entry = entry(caller, body);
    return reader
        .find(caller, id)
        .flatMap(person ->
            writes.change(
                caller.workspace(),
                person.id(),
                now -> {
                  var outcome = now.consent(entry, PersonReader.editor(caller));
                  var change =
                      outcome instanceof Outcome.Applied(var applied)
                          ? Optional.of(applied)
                          : Optional.<PersonChange>empty();
                  return new Step<>(outcome, change);
                }))
        .flatMap(outcome ->
            outcome instanceof Outcome.Refused(var code, var detail)
                ? Mono.error(refused(code, detail))
                : get(caller, id));
  }

  private ConsentEntry entry(Caller caller, PersonRequests.Consent body) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var at = body.at() == null ? now : body.at().truncatedTo(ChronoUnit.MILLIS);
    if (at.isAfter(now.plus(AHEAD))) {
      throw refused("in-the-future", "Nobody can agree to anything later than now.");
    }
    var granted = Problem.required("granted", body.granted());
    var text = shortened("text", body.text());
    if (granted && text == null) {
      throw refused("text-missing", "Name the text they agreed to, with its version.");
    }
    var id = shortened("id", body.id());
    return new ConsentEntry(
        id == null ? UUID.randomUUID().toString() : id,
        purpose(Problem.required("purpose", body.purpose())),
        granted,
        text,
        shortened("locale", body.locale()),
        source(body.source()),
        shortened("where", body.where()),
        caller.subject(),
        caller.name(),
        at,
        now);
  }

  private static ConsentPurpose purpose(String wire) {
    return ConsentPurpose.named(wire)
        .orElseThrow(() -> refused("unknown-purpose", "There is no such purpose."));
  }

  /** What was said in a conversation comes from there alone. */
  private static Source source(@Nullable String wire) {
    return wire == null
        ? Source.COLLEAGUE
        : Source.named(wire)
            .filter(source -> source != Source.CONVERSATION)
            .orElseThrow(() -> refused("unknown-source", "There is no such source."));
  }

  private static @Nullable String shortened(String name, @Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    if (given.length() > LONGEST) {
      throw refused("too-long", name + " has more than " + LONGEST + " letters.");
    }
    return given.strip();
  }

  private static Problem refused(String code, String detail) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
  }
}
