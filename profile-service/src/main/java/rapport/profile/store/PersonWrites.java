package rapport.profile.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.PersonEvent;
import rapport.contracts.PersonEvent.PersonMerged;
import rapport.contracts.PersonEvent.PersonUnmerged;
import rapport.profile.person.Deciding;
import rapport.profile.person.Material;
import rapport.profile.person.Person;
import rapport.profile.person.PersonChange;
import rapport.runtime.feed.Feeds;
import rapport.runtime.outbox.News;
import rapport.runtime.outbox.RelaySignal;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Changes people. One write holds the person, what is to be told, and the lines of history it
 * makes; these get documents of their own after it, at the latest before the next write.
 *
 * <p>The person is read before what is said of them. So when the write finds them where they were,
 * nobody can have made anything of something newer.
 */
@Component
public final class PersonWrites {

  private static final News<PersonEvent> NEWS = new News<>(EventCatalog.PERSON);
  private static final int TRIES = 30;

  /**
   * What was decided.
   *
   * @param change to be stored, if any
   */
  public record Step<T>(T answer, Optional<PersonChange> change) {}

  private final PersonCollections collections;
  private final People people;
  private final Talks talks;
  private final Opinions opinions;
  private final ConsentPolicies policies;
  private final PersonHistory history;
  private final RelaySignal signal;
  private final Feeds feeds;
  private final Clock clock;

  PersonWrites(
      PersonCollections collections,
      People people,
      Talks talks,
      Opinions opinions,
      ConsentPolicies policies,
      PersonHistory history,
      RelaySignal signal,
      Feeds feeds,
      Clock clock) {
    this.collections = collections;
    this.people = people;
    this.talks = talks;
    this.opinions = opinions;
    this.policies = policies;
    this.history = history;
    this.signal = signal;
    this.feeds = feeds;
    this.clock = clock;
  }

  /** The person moved while it was decided about them. */
  private static final class OvertakenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OvertakenException(String id) {
      super("person " + id + " keeps moving");
    }
  }

  /**
   * Decides about a person, who may be new, and stores what comes of it; decides again when
   * somebody else was quicker.
   */
  public <T> Mono<T> change(String workspace, String id, Function<Deciding, Step<T>> decide) {
    return Mono.defer(() -> attempt(workspace, id, decide))
        .retryWhen(
            Retry.max(TRIES)
                .filter(OvertakenException.class::isInstance)
                .onRetryExhaustedThrow((_, signal) -> signal.failure()));
  }

  private <T> Mono<T> attempt(String workspace, String id, Function<Deciding, Step<T>> decide) {
    return collections
        .people()
        .flatMap(all -> all.findOne(workspace, eq(PersonCollections.key(workspace, id))))
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(document -> {
          var person = document.map(PersonDocuments::person).orElseGet(() -> Person.none(id));
          return material(workspace, id)
              .map(material -> decide.apply(new Deciding(person, material, clock.instant())))
              .flatMap(step -> stored(workspace, document, person, step));
        });
  }

  /** What is said of a person, and of everybody merged into them. */
  public Mono<Material> material(String workspace, String id) {
    return people.absorbedBy(workspace, id).flatMap(absorbed -> material(workspace, id, absorbed));
  }

  private Mono<Material> material(String workspace, String id, List<Person> absorbed) {
    var ids = new ArrayList<>(List.of(id));
    absorbed.forEach(person -> ids.add(person.id()));
    return talks
        .of(workspace, ids)
        .collectList()
        .flatMap(theirs ->
            opinions
                .about(workspace, theirs.stream().map(talk -> talk.conversation()).toList())
                .collectList()
                .zipWith(policies.find(workspace))
                .map(both -> Material.of(theirs, both.getT1(), absorbed, both.getT2().policy())));
  }

  private <T> Mono<T> stored(
      String workspace, Optional<Document> document, Person before, Step<T> step) {
    if (step.change().isEmpty()) {
      return Mono.just(step.answer());
    }
    var change = step.change().get();
    return document
        .map(it -> history.write(workspace, it))
        .orElse(Mono.empty())
        .then(collections.people())
        .flatMap(all -> all.writeAll(List.of(write(workspace, before, change))))
        .filter(saved -> saved)
        .switchIfEmpty(Mono.error(() -> new OvertakenException(before.id())))
        .then(Mono.defer(() -> told(workspace, change)))
        .thenReturn(step.answer());
  }

  /** Before anybody is told, so that they find the lines, too. */
  private Mono<Void> told(String workspace, PersonChange change) {
    var stream = new StreamRef(workspace, change.after().id());
    var lines =
        new Document("_id", stream.key())
            .append("person", change.after().id())
            .append("lines", PersonHistory.documents(change.lines()));
    return history
        .write(workspace, lines)
        .doOnTerminate(() -> {
          signal.wake(stream.key());
          feeds.changed(stream.key());
          feeds.changed(People.listKey(workspace));
        });
  }

  private static Write write(String workspace, Person before, PersonChange change) {
    var after = change.after();
    var stream = new StreamRef(workspace, after.id());
    var writes = new ArrayList<Bson>();
    PersonDocuments.of(after).forEach((field, value) -> writes.add(set(field, value)));
    writes.add(set("lines", PersonHistory.documents(change.lines())));
    writes.add(NEWS.firstOrMore(List.of(envelope(stream, change))));
    writes.addAll(audit(change));
    var expected = and(eq(stream.key()), eq("rev", before.rev()));
    return before.rev() == 0
        ? new Write.Upsert(workspace, expected, combine(writes))
        : new Write.Update(workspace, expected, combine(writes));
  }

  private static Envelope<PersonEvent> envelope(StreamRef stream, PersonChange change) {
    var after = change.after();
    return new Envelope<>(
        "person:" + stream.key() + ":" + after.rev(),
        stream.workspace(),
        stream.stream(),
        after.rev(),
        Objects.requireNonNull(after.changedAt()),
        null,
        null,
        change.event());
  }

  /** Who was merged, and whose leaves are to be seen anew because of it. */
  private static List<Bson> audit(PersonChange change) {
    return switch (change.event()) {
      case PersonMerged(var survivor, _) -> audit(change, survivor, "merged");
      case PersonUnmerged(var survivor, _) -> audit(change, survivor, "unmerged");
      case PersonEvent.PersonKnown _, PersonEvent.PersonChanged _ -> List.of();
    };
  }

  private static List<Bson> audit(PersonChange change, String survivor, String what) {
    var editor = change.editor();
    var line =
        new Document("what", what)
            .append("survivor", survivor)
            .append("by", editor == null ? null : editor.id())
            .append("name", editor == null ? null : editor.name())
            .append("at", RecordDocuments.date(change.after().changedAt()));
    return List.of(push("audit", line), set("owes", survivor));
  }

  /** Says that the survivor of the person's last merge, or its end, has been brought up to date. */
  public Mono<Void> settled(String workspace, Person person) {
    var at = and(eq(PersonCollections.key(workspace, person.id())), eq("rev", person.rev()));
    return collections.people().flatMap(all -> all.update(workspace, at, set("owes", null))).then();
  }

  /** Merges, and ends of merges, after which the survivor was not brought up to date. */
  public Flux<Owed> owed(int limit) {
    var owing = gt("owes", ""); // texts only, and straight from the index
    return collections
        .people()
        .flatMapMany(all -> all.acrossWorkspaces(owing, Sorts.ascending("_id"), limit))
        .map(document ->
            new Owed(
                document.getString("workspace"),
                PersonDocuments.person(document),
                document.getString("owes")));
  }

  /** A person who was merged into the survivor, or is so no more. */
  public record Owed(String workspace, Person person, String survivor) {}
}
