package rapport.profile.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.identity.Merging;
import rapport.profile.person.MergePreview.Merged;
import rapport.profile.person.Person;
import rapport.profile.store.People;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Makes two people one, and two of one again: sales, customer success and administrators do. */
@RestController
@Allow({Role.SALES, Role.SUCCESS})
@RequestMapping("/api/v1/people/{id}")
final class PersonMergeController {

  private final Merging merging;
  private final People people;
  private final PersonReader reader;

  PersonMergeController(Merging merging, People people, PersonReader reader) {
    this.merging = merging;
    this.people = people;
    this.reader = reader;
  }

  /**
   * What would become of each leaf of two people.
   *
   * @param survivor under whose id everything would be
   */
  record Preview(String survivor, String other, List<Side> leaves) {}

  /**
   * One leaf.
   *
   * @param here as the survivor has it, {@code there} as the other one has it, {@code after} as the
   *     survivor would have it
   * @param wins {@code here}, {@code there}, or {@code both} when it is the same or made of both
   * @param conflict whether both have a value and one would not be seen any more
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Side(
      String path,
      @Nullable PersonLeaf here,
      @Nullable PersonLeaf there,
      @Nullable PersonLeaf after,
      String wins,
      boolean conflict) {

    static Side of(Merged merged) {
      return new Side(
          merged.path(),
          PersonLeaf.ofNullable(merged.here()),
          PersonLeaf.ofNullable(merged.there()),
          PersonLeaf.ofNullable(merged.after()),
          merged.wins().wire(),
          merged.conflict());
    }
  }

  /** Two people who are two again; {@code other} is absent when nothing is known of them. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Two(PersonDetail person, @Nullable PersonDetail other) {}

  /**
   * Shows which value would win; changes nothing. 404 {@code person-not-found}, 422 {@code
   * same-person}.
   */
  @PostMapping("/merge/preview")
  Mono<Preview> preview(
      Caller caller, @PathVariable String id, @RequestBody PersonRequests.Other body) {
    var other = Problem.required("other", body.other());
    return merging
        .preview(caller.workspace(), id, other)
        .map(leaves -> new Preview(id, other, leaves.stream().map(Side::of).toList()));
  }

  /**
   * Makes the other one part of this person, who keeps the id; what is said later in conversations
   * of either is known of this person. 404 {@code person-not-found}, 422 {@code same-person}, 409
   * {@code merged-already}.
   */
  @PostMapping("/merge")
  Mono<PersonDetail> merge(
      Caller caller, @PathVariable String id, @RequestBody PersonRequests.Other body) {
    var other = Problem.required("other", body.other());
    return merging
        .merge(caller.workspace(), id, other, PersonReader.editor(caller))
        .flatMap(person -> detail(caller, person));
  }

  /**
   * Makes them two again: each as before, with what came to it since. 404 {@code person-not-found},
   * 409 {@code not-merged}.
   */
  @PostMapping("/unmerge")
  Mono<Two> unmerge(
      Caller caller, @PathVariable String id, @RequestBody PersonRequests.Other body) {
    var other = Problem.required("other", body.other());
    return merging
        .unmerge(caller.workspace(), id, other, PersonReader.editor(caller))
        .flatMap(person -> detail(caller, person))
        .flatMap(person ->
            people
                .current(caller.workspace(), other)
                .filter(Person::isShown)
                .flatMap(it -> detail(caller, it))
                .map(it -> new Two(person, it))
                .defaultIfEmpty(new Two(person, null)));
  }

  private Mono<PersonDetail> detail(Caller caller, Person person) {
    return reader.detail(caller, person);
  }
}
