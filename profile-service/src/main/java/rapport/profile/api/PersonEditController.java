package rapport.profile.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.contracts.FieldValue;
import rapport.profile.identity.Identities;
import rapport.profile.person.Deciding;
import rapport.profile.person.Deciding.Outcome;
import rapport.profile.person.Person;
import rapport.profile.person.PersonChange;
import rapport.profile.person.PersonFields;
import rapport.profile.store.PersonWrites;
import rapport.profile.store.PersonWrites.Step;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decides about leaves of people: sales, customer success and administrators do. */
@RestController
@Allow({Role.SALES, Role.SUCCESS})
@RequestMapping("/api/v1/people/{id}")
final class PersonEditController {

  private static final int MOST_EDITS = 50;

  private static final Outcome.Refused TAKEN =
      new Outcome.Refused("address-taken", "Another person has that address; merge them.");

  private final PersonReader reader;
  private final PersonWrites writes;
  private final Identities identities;
  private final JsonMapper json;

  PersonEditController(
      PersonReader reader, PersonWrites writes, Identities identities, JsonMapper json) {
    this.reader = reader;
    this.writes = writes;
    this.identities = identities;
    this.json = json;
  }

  /** What became of one edit, and what stands there now. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(
      @Nullable String mutationId,
      String path,
      String outcome,
      @Nullable String code,
      @Nullable String detail,
      @Nullable PersonLeaf leaf) {}

  /** What became of all edits, and the person's revision now. */
  record Results(long rev, List<Result> results) {}

  /** A leaf after something was decided about it; absent when nothing stands there. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Decided(long rev, String path, @Nullable PersonLeaf leaf) {}

  /**
   * Writes leaves by hand, each for itself: {@code applied}, {@code unchanged}, {@code conflict}
   * when a colleague decided about the leaf after {@code baseRev}, or {@code rejected} with a code:
   * {@code unknown-field}, {@code not-editable}, {@code unfit-value}, {@code address-taken}. What
   * is written stands above all that is said or inferred, and below a lock.
   *
   * <p>400 {@code missing-field}, {@code too-many-edits} beyond 50.
   */
  @PatchMapping("/fields")
  Mono<Results> edit(
      Caller caller, @PathVariable String id, @RequestBody PersonRequests.LeafEdits edits) {
    var wanted = Problem.required("edits", edits.edits());
    if (wanted.size() > MOST_EDITS) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "too-many-edits", "At most 50 edits at once.");
    }
    wanted.forEach(PersonEditController::check);
    return reader
        .find(caller, id)
        .flatMap(person ->
            Flux.fromIterable(wanted)
                .concatMap(edit -> result(caller, person, edit))
                .collectList()
                .flatMap(results ->
                    reader.find(caller, id).map(now -> new Results(now.rev(), results))));
  }

  private static void check(PersonRequests.@Nullable LeafEdit edit) {
    var given = Problem.required("edits[]", edit);
    Problem.required("path", given.path());
    Problem.required("value", given.value());
    Problem.required("baseRev", given.baseRev());
  }

  private Mono<Result> result(Caller caller, Person person, PersonRequests.LeafEdit edit) {
    var path = Problem.required("path", edit.path());
    var given = Problem.required("value", edit.value());
    var baseRev = Problem.required("baseRev", edit.baseRev());
    var value = given.isNull() ? null : value(given);
    if (value == null && !given.isNull()) {
      var detail = "A value is a text, a number, yes or no, or a list of texts.";
      return Mono.just(
          new Result(edit.mutationId(), path, "rejected", "unfit-value", detail, null));
    }
    Function<Deciding, Outcome> decision =
        now -> now.edit(path, value, baseRev, PersonReader.editor(caller));
    var outcome =
        value != null && path.equals(PersonFields.EMAIL)
            ? addressed(caller, person, value.display(), decision)
            : decided(caller, person.id(), decision);
    return outcome.flatMap(
        became -> reader.find(caller, person.id()).map(now -> result(edit, path, became, now)));
  }

  /** An address has one holder; it is taken for the person only when the edit is going to be. */
  private Mono<Outcome> addressed(
      Caller caller, Person person, String address, Function<Deciding, Outcome> decision) {
    return writes
        .change(
            caller.workspace(),
            person.id(),
            now -> new Step<>(decision.apply(now), Optional.<PersonChange>empty()))
        .flatMap(outcome ->
            outcome instanceof Outcome.Applied
                ? identities
                    .claim(caller.workspace(), address, person.id())
                    .flatMap(free ->
                        free ? decided(caller, person.id(), decision) : Mono.just((Outcome) TAKEN))
                : Mono.just(outcome));
  }

  private @Nullable FieldValue value(JsonNode given) {
    try {
      return FieldValue.of(json.treeToValue(given, Object.class));
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static Result result(
      PersonRequests.LeafEdit edit, String path, Outcome outcome, Person now) {
    var leaf = leaf(now, path);
    return switch (outcome) {
      case Outcome.Applied _ -> new Result(edit.mutationId(), path, "applied", null, null, leaf);
      case Outcome.Unchanged _ ->
          new Result(edit.mutationId(), path, "unchanged", null, null, leaf);
      case Outcome.Conflict _ -> new Result(edit.mutationId(), path, "conflict", null, null, leaf);
      case Outcome.Refused(var code, var detail) ->
          new Result(edit.mutationId(), path, "rejected", code, detail, leaf);
    };
  }

  private static @Nullable PersonLeaf leaf(Person person, String path) {
    var leaf = person.leaves().get(path);
    return leaf == null ? null : PersonLeaf.of(leaf, person.hands().containsKey(path));
  }

  /** Settles what stands there: no other source changes it. 422 {@code nothing-to-lock}. */
  @PostMapping("/lock")
  Mono<Decided> lock(
      Caller caller, @PathVariable String id, @RequestBody PersonRequests.AtPath leaf) {
    return decide(caller, id, leaf, path -> now -> now.lock(path, PersonReader.editor(caller)));
  }

  /** Lets other sources decide again. 422 {@code locked-elsewhere}. */
  @PostMapping("/unlock")
  Mono<Decided> unlock(
      Caller caller, @PathVariable String id, @RequestBody PersonRequests.AtPath leaf) {
    return decide(caller, id, leaf, path -> now -> now.unlock(path, PersonReader.editor(caller)));
  }

  /** Takes back what was decided last about the leaf. 422 {@code nothing-to-undo}. */
  @PostMapping("/undo")
  Mono<Decided> undo(
      Caller caller, @PathVariable String id, @RequestBody PersonRequests.AtPath leaf) {
    return decide(caller, id, leaf, path -> now -> now.undo(path, PersonReader.editor(caller)));
  }

  private Mono<Decided> decide(
      Caller caller,
      String id,
      PersonRequests.AtPath leaf,
      Function<String, Function<Deciding, Outcome>> decision) {
    var path = Problem.required("path", leaf.path());
    return reader
        .find(caller, id)
        .flatMap(person -> decided(caller, person.id(), decision.apply(path)))
        .flatMap(outcome ->
            outcome instanceof Outcome.Refused(var code, var detail)
                ? Mono.error(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail))
                : reader.find(caller, id))
        .map(now -> new Decided(now.rev(), path, leaf(now, path)));
  }

  private Mono<Outcome> decided(Caller caller, String id, Function<Deciding, Outcome> decision) {
    return writes.change(
        caller.workspace(),
        id,
        now -> {
          var outcome = decision.apply(now);
          var change =
              outcome instanceof Outcome.Applied(var applied)
                  ? Optional.of(applied)
                  : Optional.<PersonChange>empty();
          return new Step<>(outcome, change);
        });
  }
}
