package rapport.profile.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.person.Person;
import rapport.profile.person.PersonField;
import rapport.profile.person.PersonFields;
import rapport.profile.store.People;
import rapport.profile.store.PersonHistory;
import rapport.profile.store.Records.Position;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Mono;

/** Reads people: visitors who are known, and contacts. Anybody with a role in the workspace may. */
@RestController
@Allow
@RequestMapping("/api/v1/people")
final class PeopleController {

  private static final int MOST_ALIKE = 20;

  private final People people;
  private final PersonReader reader;
  private final PersonHistory history;

  PeopleController(People people, PersonReader reader, PersonHistory history) {
    this.people = people;
    this.reader = reader;
    this.history = history;
  }

  /**
   * The workspace's people, the one changed last first.
   *
   * @param cursor {@code next} of the page before; 400 {@code bad-cursor}
   * @param limit from 1 to 200; 400 {@code bad-limit}
   * @param q words that must all occur in name, address, company or role, case and accents aside;
   *     400 {@code bad-query} beyond 200 characters
   * @param conversation only whoever has this conversation
   */
  @GetMapping
  Mono<Page<PersonRow>> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = Limits.USUAL_ITEMS) int limit,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String conversation) {
    var size = Limits.items(limit);
    var after = Cursors.position(cursor);
    var wanted = new People.Wanted(Limits.query(q), conversation);
    return people
        .list(caller.workspace(), wanted, after, size + 1)
        .collectList()
        .map(found -> Page.of(found, size, PersonRow::of, PeopleController::cursor));
  }

  private static String cursor(Person person) {
    var row = PersonRow.of(person);
    return Cursors.of(new Position(row.lastUpdatedAt(), row.id()));
  }

  /** A field a person can have. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record FieldRow(
      String path,
      String label,
      String section,
      String type,
      List<String> options,
      boolean editable) {

    static FieldRow of(PersonField field) {
      return new FieldRow(
          field.path(),
          field.label(),
          field.section(),
          field.type().wire(),
          field.options(),
          field.editable());
    }
  }

  /** The fields a person can have. */
  record FieldRows(List<String> sections, List<FieldRow> items) {}

  /**
   * What can be known of a person, in order; types are text, email, number, flag, tags, choice and
   * time.
   */
  @GetMapping("/fields")
  FieldRows fields() {
    return new FieldRows(
        PersonFields.SECTIONS, PersonFields.all().stream().map(FieldRow::of).toList());
  }

  /** One person. By the id of somebody merged into another person that one is answered. */
  @GetMapping("/{id}")
  Mono<ResponseEntity<PersonDetail>> get(Caller caller, @PathVariable String id) {
    return reader
        .find(caller, id)
        .flatMap(person -> reader.detail(caller, person))
        .map(detail -> Revision.header(detail.rev()).body(detail));
  }

  /**
   * What changed, the latest first; what one step changed, in the order of the paths.
   *
   * @param path only this leaf, such as {@code company.size}, or a section
   * @param cursor {@code next} of the page before; 400 {@code bad-cursor}
   * @param limit from 1 to 200; 400 {@code bad-limit}
   */
  @GetMapping("/{id}/history")
  Mono<Page<PersonHistoryLine>> history(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String path,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = Limits.USUAL_ITEMS) int limit) {
    var size = Limits.items(limit);
    var after = Cursors.place(cursor);
    return reader
        .find(caller, id)
        .flatMapMany(it -> history.find(caller.workspace(), it.id(), path, after, size + 1))
        .collectList()
        .map(
            found -> Page.of(found, size, PersonHistoryLine::of, last -> Cursors.of(last.place())));
  }

  /**
   * Somebody who may be the same person.
   *
   * @param reasons {@code same-device}, {@code same-name-and-company}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Suggestion(
      String id,
      @Nullable String name,
      @Nullable String email,
      @Nullable String company,
      List<String> reasons) {

    static Suggestion of(Person person, boolean sameDevice, boolean alike) {
      var reasons =
          Stream.concat(
              sameDevice ? Stream.of("same-device") : Stream.<String>empty(),
              alike ? Stream.of("same-name-and-company") : Stream.<String>empty());
      var row = PersonRow.of(person);
      return new Suggestion(row.id(), row.name(), row.email(), row.company(), reasons.toList());
    }
  }

  /** People found to be alike. */
  record Suggestions(List<Suggestion> items) {}

  /** Who may be the same person, for a colleague to decide; at most 20 for each reason. */
  @GetMapping("/{id}/suggestions")
  Mono<Suggestions> suggestions(Caller caller, @PathVariable String id) {
    var workspace = caller.workspace();
    return reader
        .find(caller, id)
        .flatMap(person ->
            Mono.zip(
                people.hintedLike(workspace, person, MOST_ALIKE).collectList(),
                people.onSameDevice(workspace, person, MOST_ALIKE).collectList()))
        .map(both -> {
          var alike = both.getT1().stream().map(Person::id).toList();
          var near = both.getT2().stream().map(Person::id).toList();
          var all =
              Stream.concat(both.getT2().stream(), both.getT1().stream())
                  .collect(
                      Collectors.toMap(
                          Person::id, it -> it, (first, _) -> first, LinkedHashMap::new));
          return new Suggestions(
              all.values().stream()
                  .map(it -> Suggestion.of(it, near.contains(it.id()), alike.contains(it.id())))
                  .toList());
        });
  }

  /** Merges and ends of merges of a person. */
  record Audits(List<People.Audit> items) {}

  /** Who was merged with the person, or taken apart, by whom and when; the latest first. */
  @GetMapping("/{id}/merges")
  Mono<Audits> merges(Caller caller, @PathVariable String id) {
    return reader
        .find(caller, id)
        .flatMap(it -> people.audit(caller.workspace(), it.id()).collectList())
        .map(Audits::new);
  }
}
