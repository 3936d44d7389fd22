package rapport.profile.identity;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.profile.person.Deciding;
import rapport.profile.person.Deciding.Outcome;
import rapport.profile.person.Editor;
import rapport.profile.person.Link;
import rapport.profile.person.Material;
import rapport.profile.person.MergePreview;
import rapport.profile.person.MergePreview.Merged;
import rapport.profile.person.Person;
import rapport.profile.person.PersonChange.Cause;
import rapport.profile.store.People;
import rapport.profile.store.PersonWrites;
import rapport.profile.store.PersonWrites.Owed;
import rapport.profile.store.PersonWrites.Step;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/**
 * Makes two people one, and two of one again. Whoever is merged keeps everything of their own, and
 * goes on getting what is theirs; only a link says that it is seen at the survivor. So taking it
 * back is taking back the link.
 */
@Component
public final class Merging {

  private final People people;
  private final PersonWrites writes;
  private final Gathering gathering;

  Merging(People people, PersonWrites writes, Gathering gathering) {
    this.people = people;
    this.writes = writes;
    this.gathering = gathering;
  }

  /** Two who may become one. */
  private record Pair(Person survivor, Person other) {}

  /** What would become of each leaf; nothing is changed. Fails as {@link #merge} does. */
  public Mono<List<Merged>> preview(String workspace, String survivor, String other) {
    return pair(workspace, survivor, other)
        .flatMap(pair ->
            Mono.zip(
                    writes.material(workspace, pair.survivor().id()),
                    writes.material(workspace, pair.other().id()))
                .map(both -> {
                  var material = Material.both(both.getT1(), both.getT2(), pair.other());
                  return MergePreview.of(pair.survivor(), pair.other(), material);
                }));
  }

  /**
   * Everything known of {@code other} is known of the survivor from now on, what is yet to be said
   * included.
   *
   * @return the survivor; fails with 404 {@code person-not-found}, 422 {@code same-person}, and 409
   *     {@code merged-already} when somebody else merges them at the same time
   */
  public Mono<Person> merge(String workspace, String survivor, String other, Editor editor) {
    return pair(workspace, survivor, other)
        .flatMap(pair -> {
          var into = pair.survivor().id();
          return decide(workspace, pair.other().id(), now -> now.merge(into, editor))
              .then(settled(workspace, pair.other().id(), into, Cause.MERGED, editor));
        });
  }

  /**
   * The two are two again: each has what it had before the merge and what came to it since.
   *
   * @return the survivor; fails with 404 {@code person-not-found} and 409 {@code not-merged}
   */
  public Mono<Person> unmerge(String workspace, String survivor, String other, Editor editor) {
    return people
        .current(workspace, survivor)
        .switchIfEmpty(Mono.error(Merging::notFound))
        .flatMap(into ->
            mergedInto(workspace, into, other)
                .flatMap(link ->
                    decide(workspace, other, now -> now.unmerge(link.into(), editor))
                        .then(settled(workspace, other, into.id(), Cause.UNMERGED, editor))));
  }

  /** The other one's link, which may lead to the survivor by way of somebody else. */
  private Mono<Link> mergedInto(String workspace, Person survivor, String other) {
    return people
        .find(workspace, other)
        .switchIfEmpty(Mono.error(Merging::notFound))
        .flatMap(person ->
            people
                .current(workspace, other)
                .filter(current -> current.id().equals(survivor.id()))
                .flatMap(_ -> Mono.justOrEmpty(person.merged())))
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.CONFLICT, "not-merged", "They are not merged into that person.")));
  }

  private Mono<Pair> pair(String workspace, String survivor, String other) {
    return Mono.zip(shown(workspace, survivor), shown(workspace, other))
        .map(two -> new Pair(two.getT1(), two.getT2()))
        .filter(pair -> !pair.survivor().id().equals(pair.other().id()))
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "same-person",
                    "They are one person already.")));
  }

  private Mono<Person> shown(String workspace, String id) {
    return people
        .current(workspace, id)
        .filter(Person::isShown)
        .switchIfEmpty(Mono.error(Merging::notFound));
  }

  private static Problem notFound() {
    return Problem.of(HttpStatus.NOT_FOUND, "person-not-found", "There is no such person.");
  }

  private Mono<Void> decide(String workspace, String id, Function<Deciding, Outcome> decision) {
    return writes
        .change(
            workspace,
            id,
            now -> {
              var outcome = decision.apply(now);
              return outcome instanceof Outcome.Applied(var change)
                  ? new Step<>(outcome, Optional.of(change))
                  : new Step<>(outcome, Optional.empty());
            })
        .flatMap(outcome ->
            outcome instanceof Outcome.Refused(var code, var detail)
                ? Mono.error(Problem.of(HttpStatus.CONFLICT, code, detail))
                : Mono.empty());
  }

  /** Brings the survivor up to date, and the other one where they are of their own again. */
  private Mono<Person> settled(
      String workspace, String other, String survivor, Cause cause, Editor editor) {
    return people
        .find(workspace, other)
        .flatMap(person ->
            closesCircle(workspace, person)
                .flatMap(circle ->
                    circle
                        ? apart(workspace, person, survivor, editor)
                        : gathering
                            .seen(workspace, List.of(survivor, other), cause, editor)
                            .then(writes.settled(workspace, person))))
        .then(people.current(workspace, survivor));
  }

  /** Two merged into each other at the same moment: neither is. */
  private Mono<Void> apart(String workspace, Person person, String survivor, Editor editor) {
    return decide(workspace, person.id(), now -> now.unmerge(survivor, editor))
        .then(gathering.seen(workspace, List.of(survivor, person.id()), Cause.UNMERGED, editor))
        .then(
            Mono.error(
                Problem.of(
                    HttpStatus.CONFLICT,
                    "merged-already",
                    "Somebody else merged them the other way round.")));
  }

  private Mono<Boolean> closesCircle(String workspace, Person person) {
    return person.merged() == null
        ? Mono.just(false)
        : people.current(workspace, person.id()).hasElement().map(found -> !found);
  }

  /** Finishes what a crash left half done. */
  Mono<Void> finish(int limit) {
    return writes.owed(limit).concatMap(this::finish).then();
  }

  private Mono<Void> finish(Owed owed) {
    var link = owed.person().merged();
    var cause = link == null ? Cause.UNMERGED : Cause.MERGED;
    var editor = link == null ? new Editor("rapport", "Rapport") : link.editor();
    return settled(owed.workspace(), owed.person().id(), owed.survivor(), cause, editor)
        .then()
        .onErrorResume(Problem.class, _ -> Mono.empty()); // taken apart: that is finished, too
  }
}
