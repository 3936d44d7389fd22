package rapport.integrations.granola;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.contracts.IntegrationEvent.InteractionSeen;
import rapport.contracts.IntegrationEvent.Person;
import rapport.contracts.IntegrationEvent.Source;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Days;
import rapport.integrations.connector.Excerpt;
import rapport.integrations.connector.JsonAnswers;
import rapport.integrations.connector.Mapped;
import rapport.integrations.connector.Page;
import rapport.integrations.connector.Reading;
import rapport.integrations.connector.Sides;
import rapport.integrations.connector.SignedIn;
import rapport.integrations.connector.SourceRecord;
import rapport.integrations.connector.Window;
import rapport.runtime.egress.Outgoing;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Reads notes of meetings, each with one request more than the list. */
@Component
public final class GranolaConnector implements Reading {

  private static final Duration OVERLAP = Duration.ofDays(1);
  private static final String OBJECT = "note";
  private static final int PAGE = 30;
  private static final Set<Integer> NOT_THERE = Set.of(403, 404);

  private final Clock clock;

  public GranolaConnector(Clock clock) {
    this.clock = clock;
  }

  @Override
  public ConnectorDescription description() {
    return GranolaDescription.IT;
  }

  @Override
  public int perSecond() {
    return 5;
  }

  @Override
  public Mono<SignedIn> test(Access access) {
    return get(access, "/v1/notes?page_size=1")
        .map(body ->
            body.path("notes").isEmpty()
                ? "Signed in; there are no notes yet."
                : "Signed in; there are notes to read.")
        .map(found -> new SignedIn(found, null));
  }

  @Override
  public Mono<Page> read(Access access, String feed, @Nullable String cursor) {
    var window = Window.read(cursor, Days.of(access), clock.instant());
    var path =
        "/v1/notes?page_size="
            + PAGE
            + "&updated_after="
            + encoded(window.since().toString())
            + (window.next() == null ? "" : "&cursor=" + encoded(window.next()));
    return get(access, path)
        .map(Optional::of)
        .onErrorResume(
            failure -> window.next() != null && isLost(failure), _ -> Mono.just(Optional.empty()))
        .flatMap(list ->
            list.isPresent()
                ? page(access, window, list.get())
                : read(access, feed, window.anew().cursor()));
  }

  private static Mono<Page> page(Access access, Window window, JsonNode list) {
    return Flux.fromIterable(list.path("notes"))
        .concatMap(note -> note(access, note.path("id").asString("")))
        .collectList()
        .map(notes -> {
          var mapped = Mapped.of(notes.stream(), note -> record(access, note));
          var next = list.path("cursor").asString("");
          return list.path("hasMore").asBoolean(false) && !next.isEmpty()
              ? new Page(mapped, window.on(next).cursor(), true, null)
              : new Page(mapped, window.passed(OVERLAP).cursor(), false, null);
        });
  }

  /** A cursor of theirs is good for a while only; what a single note answers says nothing of it. */
  private static boolean isLost(Throwable failure) {
    return failure instanceof ConnectorException e && e.code().equals("not-permitted");
  }

  /** Empty when it was deleted since it was listed, or is not for this key: others are. */
  private static Mono<JsonNode> note(Access access, String id) {
    return access
        .calls()
        .call(
            Outgoing.get(
                JsonAnswers.address(access.needed("apiUrl"), "/v1/notes/" + encoded(id)),
                headers(access)),
            true)
        .filter(answer -> !NOT_THERE.contains(answer.status()))
        .map(answer -> JsonAnswers.read("Granola", answer));
  }

  private static SourceRecord record(Access access, JsonNode note) {
    var id = note.path("id").asString("");
    var created = time(id, note.path("created_at"));
    var updated = note.path("updated_at").isString() ? time(id, note.path("updated_at")) : created;
    var began = note.at("/calendar_event/scheduled_start_time");
    var owner = note.path("owner");
    var sides = Sides.of(access.setting("ourDomains").orElse("")).with(text(owner.path("email")));
    var people = new ArrayList<Person>();
    people.add(
        new Person(null, text(owner.path("name")), lower(text(owner.path("email"))), "ours"));
    note.path("attendees")
        .valueStream()
        .map(each -> sides.person(null, text(each.path("name")), text(each.path("email"))))
        .filter(person -> people.stream().noneMatch(known -> same(known, person)))
        .forEach(people::add);
    var source =
        new Source(
            access.connection(),
            "granola",
            OBJECT,
            id,
            Long.toString(updated.toEpochMilli()),
            text(note.path("web_url")),
            null);
    var summary = text(note.path("summary_text"));
    var event =
        new InteractionSeen(
            source,
            "meeting",
            Sides.isInternal(people) ? "internal" : "outbound",
            (began.isString() ? time(id, began) : created).toString(),
            text(note.path("title")),
            summary == null ? null : Excerpt.of(summary),
            people,
            null,
            null);
    return new SourceRecord(OBJECT, id, updated.toEpochMilli(), event);
  }

  private static boolean same(Person one, Person other) {
    return one.email() != null && one.email().equals(other.email());
  }

  private static Instant time(String id, JsonNode node) {
    try {
      return OffsetDateTime.parse(node.asString("")).toInstant();
    } catch (DateTimeException _) {
      throw ConnectorException.unfit(
          "Granola does not say when the note " + id + " was. It is passed over.");
    }
  }

  private static Mono<JsonNode> get(Access access, String path) {
    return access
        .calls()
        .call(
            Outgoing.get(JsonAnswers.address(access.needed("apiUrl"), path), headers(access)), true)
        .map(answer -> JsonAnswers.read("Granola", answer));
  }

  private static Map<String, String> headers(Access access) {
    return Map.of("Authorization", "Bearer " + access.needed("apiKey"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() && !node.stringValue().isBlank() ? node.stringValue() : null;
  }
}
