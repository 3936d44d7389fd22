package rapport.runtime;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.WireMessage;
import rapport.runtime.feed.Feeds;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.outbox.Outbox;
import rapport.runtime.outbox.OutboxEntry;
import rapport.runtime.outbox.OutboxRelay;
import rapport.runtime.projection.EventSource;
import rapport.runtime.projection.Projection;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;
import rapport.runtime.projection.RebuildableViews;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.projection.Versioned;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.topic.OwnedTopics;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A whole service in one file: notes are stored, told, and counted by a projection. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({RapportRuntime.class, NotesApplication.NotesController.class})
class NotesApplication {

  @Bean
  OwnedTopics topics() {
    return OwnedTopics.ofEvents(EventCatalog.CONVERSATION.topic());
  }

  @Bean
  Notes notes(DocumentStore store) {
    return new Notes(store);
  }

  @Bean
  ProjectionRunner<Integer, ConversationEvent> counting(
      ProjectionRunners runners, Notes notes, Counts counts) {
    return runners.register(new CountNotes(), counts, notes);
  }

  @Bean
  Counts countViews(DocumentStore store, Feeds feeds) {
    return new Counts(store, feeds);
  }

  /** One document per note: the change, and what is told of it. */
  static final class Notes implements Outbox, EventSource {
    private static final EventCodec<ConversationEvent> CODEC =
        new EventCodec<>(EventCatalog.CONVERSATION);
    private final WorkspaceCollection notes;

    Notes(DocumentStore store) {
      this.notes = store.collection("notes");
    }

    Mono<Void> add(
        String workspace, String stream, long rev, String text, @Nullable String traceparent) {
      return notes.insert(
          workspace,
          new Document("_id", stream + ":" + rev)
              .append("stream", stream)
              .append("rev", rev)
              .append("text", text)
              .append("traceparent", traceparent)
              .append("at", Instant.now())
              .append("published", false));
    }

    @Override
    public Flux<OutboxEntry> unpublished(Set<String> streamKeys, int limit) {
      return unpublished(in("stream", streams(streamKeys)), limit);
    }

    @Override
    public Flux<OutboxEntry> unpublishedBut(Set<String> streamKeys, int limit) {
      return unpublished(nin("stream", streams(streamKeys)), limit);
    }

    private Flux<OutboxEntry> unpublished(Bson wanted, int limit) {
      return notes
          .acrossWorkspaces(and(eq("published", false), wanted), ascending("stream", "rev"), limit)
          .map(Notes::entry);
    }

    private static List<String> streams(Set<String> keys) {
      return keys.stream().map(key -> key.substring(key.indexOf('/') + 1)).toList();
    }

    @Override
    public Mono<Void> markPublished(List<OutboxEntry> entries) {
      var ids = entries.stream().map(OutboxEntry::id).toList();
      return notes.updateAcrossWorkspaces(in("_id", ids), set("published", true));
    }

    @Override
    public Flux<OutboxEntry> log(Instant since) {
      return notes
          .acrossWorkspaces(gte("at", since), ascending("stream", "rev"), 0)
          .map(Notes::entry);
    }

    @Override
    public Mono<List<WireMessage>> events(String workspace, String stream, long from, long to) {
      var revs = LongStream.rangeClosed(from, to).boxed().toList();
      return notes
          .find(workspace, and(eq("stream", stream), in("rev", revs)), ascending("rev"), 0)
          .map(note -> entry(note).messages().getFirst())
          .collectList();
    }

    @Override
    public Flux<String> streams(String workspace, String topic) {
      return notes
          .find(workspace, empty(), ascending("stream"), 0)
          .map(note -> note.getString("stream"))
          .distinct();
    }

    private static OutboxEntry entry(Document note) {
      var workspace = note.getString("workspace");
      var stream = note.getString("stream");
      var rev = note.getLong("rev");
      var at = note.getDate("at").toInstant();
      var id = note.getString("_id");
      var event = new MessageReceived(id, note.getString("text"));
      var trace = note.getString("traceparent");
      var message =
          CODEC.encode(new Envelope<>(id, workspace, stream, rev, at, null, trace, event));
      return new OutboxEntry(id, workspace + "/" + stream, rev, at, List.of(message));
    }
  }

  private static final class CountNotes implements Projection<Integer, ConversationEvent> {
    @Override
    public String name() {
      return "notes-service.counts";
    }

    @Override
    public EventCatalog<ConversationEvent> catalog() {
      return EventCatalog.CONVERSATION;
    }

    @Override
    public Integer empty(String workspace, String stream) {
      return 0;
    }

    @Override
    public Integer apply(Integer view, Envelope<ConversationEvent> event) {
      return view + 1;
    }
  }

  /** The counts; the first save inserts, later ones replace the revision they know. */
  static final class Counts implements RebuildableViews<Integer, ConversationEvent> {
    private final WorkspaceCollection counts;
    private final Feeds feeds;

    Counts(DocumentStore store, Feeds feeds) {
      this.counts = store.collection("counts");
      this.feeds = feeds;
    }

    @Override
    public Mono<Versioned<Integer>> find(String workspace, String stream) {
      return counts
          .findOne(workspace, eq("_id", stream))
          .map(found -> new Versioned<>(found.getInteger("count"), found.getLong("rev")));
    }

    @Override
    public Mono<Boolean> save(
        String workspace,
        String stream,
        Integer view,
        long expectedRev,
        long newRev,
        List<Envelope<ConversationEvent>> applied) {
      var document = new Document("_id", stream).append("count", view).append("rev", newRev);
      var saved =
          expectedRev == 0
              ? counts.insert(workspace, document).thenReturn(true)
              : counts.replace(workspace, and(eq("_id", stream), eq("rev", expectedRev)), document);
      return saved.doOnNext(_ -> feeds.changed(workspace + "/" + stream));
    }

    @Override
    public boolean agree(Integer stored, Integer folded) {
      return stored.equals(folded);
    }

    @Override
    public Mono<Boolean> rewrite(StreamRef stream, Integer folded, long rev) {
      return counts.update(
          stream.workspace(),
          and(eq("_id", stream.stream()), eq("rev", rev)),
          set("count", folded));
    }

    Mono<Boolean> lose(String workspace, String stream) {
      return counts.delete(workspace, eq("_id", stream));
    }
  }

  /** What a note says. */
  record Note(long rev, String text) {}

  @RestController
  @Allow
  static class NotesController {
    private final Notes notes;
    private final Counts counts;
    private final OutboxRelay relay;
    private final Feeds feeds;

    NotesController(Notes notes, Counts counts, OutboxRelay relay, Feeds feeds) {
      this.notes = notes;
      this.counts = counts;
      this.relay = relay;
      this.feeds = feeds;
    }

    @PostMapping("/api/notes/{stream}")
    Mono<Void> add(
        Caller caller,
        @PathVariable String stream,
        @RequestBody Note note,
        @RequestHeader(name = "traceparent", required = false) @Nullable String traceparent) {
      var key = caller.workspace() + "/" + stream;
      return notes
          .add(caller.workspace(), stream, note.rev(), note.text(), traceparent)
          .doOnSuccess(_ -> {
            relay.wake(key);
            feeds.changed(key);
          });
    }

    @GetMapping("/api/notes/{stream}/count")
    Mono<Integer> count(Caller caller, @PathVariable String stream) {
      return counts.find(caller.workspace(), stream).map(Versioned::view).defaultIfEmpty(0);
    }

    @GetMapping(path = "/api/notes/{stream}/feed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Integer>> feed(Caller caller, @PathVariable String stream) {
      return feeds.serve(
          feeds
              .changes(caller.workspace() + "/" + stream)
              .concatMap(_ -> count(caller, stream))
              .distinctUntilChanged()
              .map(count -> ServerSentEvent.builder(count).id(count.toString()).build()));
    }
  }
}
