package rapport.runtime.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.WireMessage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A projection that lists what was said, its views in memory, and the owner of the streams. */
final class Texts {

  private Texts() {}

  /** Lists the texts; cannot fold "poison" while {@link #ill}, and after "not mine" is done. */
  static final class ListTexts implements Projection<List<String>, ConversationEvent> {
    private final String name;
    private final EventCatalog<ConversationEvent> catalog;
    volatile boolean ill = true;

    ListTexts(String name, String topic) {
      this.name = name;
      this.catalog =
          new EventCatalog<>(
              topic, EventCatalog.CONVERSATION.source(), EventCatalog.CONVERSATION.types());
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public EventCatalog<ConversationEvent> catalog() {
      return catalog;
    }

    @Override
    public List<String> empty(String workspace, String stream) {
      return List.of();
    }

    @Override
    public List<String> apply(List<String> view, Envelope<ConversationEvent> event) {
      if (!(event.event() instanceof MessageReceived(var _, var text))) {
        return view;
      }
      if (ill && text.equals("poison")) {
        throw new IllegalStateException("cannot fold this");
      }
      var longer = new ArrayList<>(view);
      longer.add(text);
      return List.copyOf(longer);
    }

    @Override
    public boolean passesOver(List<String> view) {
      return view.contains("not mine");
    }
  }

  /** Views that can be told to be away, to be moved by another, or to fail for good. */
  static final class MemoryViews implements RebuildableViews<List<String>, ConversationEvent> {
    final Map<String, Versioned<List<String>>> views = new HashMap<>();
    int queries;
    int requests;
    int saves;
    int movedByAnother;
    volatile String unstorable = "";
    volatile @Nullable RuntimeException failure;

    @Override
    public synchronized Mono<Versioned<List<String>>> find(String workspace, String stream) {
      return Mono.justOrEmpty(views.get(workspace + "/" + stream));
    }

    @Override
    public Mono<Map<StreamRef, Versioned<List<String>>>> findAll(Collection<StreamRef> streams) {
      queries++;
      return RebuildableViews.super.findAll(streams);
    }

    @Override
    public Mono<Boolean> saveAll(List<Change<List<String>, ConversationEvent>> changes) {
      requests++;
      return RebuildableViews.super.saveAll(changes);
    }

    @Override
    public Mono<Boolean> save(
        String workspace,
        String stream,
        List<String> view,
        long expectedRev,
        long newRev,
        List<Envelope<ConversationEvent>> applied) {
      return Mono.fromCallable(() -> saveNow(workspace + "/" + stream, view, expectedRev, newRev));
    }

    @Override
    public boolean agree(List<String> stored, List<String> folded) {
      return stored.equals(folded);
    }

    @Override
    public Mono<Boolean> rewrite(StreamRef stream, List<String> folded, long rev) {
      return Mono.fromCallable(() -> saveNow(stream.key(), folded, rev, rev));
    }

    private synchronized boolean saveNow(
        String key, List<String> view, long expectedRev, long newRev) {
      var refusal = failure;
      if (refusal != null) {
        throw refusal;
      }
      if (key.equals("acme/" + unstorable)) {
        throw new IllegalArgumentException("a document of 17 MB");
      }
      var current = views.getOrDefault(key, new Versioned<>(List.of(), 0));
      if (movedByAnother-- > 0 || current.rev() != expectedRev) {
        return false;
      }
      views.put(key, new Versioned<>(view, newRev));
      saves++;
      return true;
    }

    synchronized List<String> of(String stream) {
      var view = views.get("acme/" + stream);
      return view == null ? List.of() : view.view();
    }

    synchronized long rev(String stream) {
      var view = views.get("acme/" + stream);
      return view == null ? 0 : view.rev();
    }
  }

  /** Has every event of its streams; the text of revision n is {@code t<n>}. */
  static final class Owner implements EventSource {
    private final EventCodec<ConversationEvent> codec;
    private final Map<String, List<WireMessage>> log = new HashMap<>();
    volatile boolean away;
    int asked;

    Owner(EventCatalog<ConversationEvent> catalog) {
      this.codec = new EventCodec<>(catalog);
    }

    synchronized WireMessage say(String stream, String text) {
      var messages = log.computeIfAbsent(stream, _ -> new ArrayList<>());
      var rev = messages.size() + 1;
      var message =
          codec.encode(
              new Envelope<>(
                  stream + "-" + rev,
                  "acme",
                  stream,
                  rev,
                  Instant.now(),
                  null,
                  null,
                  new MessageReceived("m" + rev, text)));
      messages.add(message);
      return message;
    }

    List<WireMessage> say(String stream, int times) {
      return LongStream.range(0, times)
          .mapToObj(_ -> say(stream, "t" + (length(stream) + 1)))
          .toList();
    }

    synchronized int length(String stream) {
      return log.getOrDefault(stream, List.of()).size();
    }

    /** What the view of the stream must be. */
    synchronized List<String> texts(String stream) {
      return LongStream.rangeClosed(1, length(stream)).mapToObj(rev -> "t" + rev).toList();
    }

    @Override
    public Mono<List<WireMessage>> events(String workspace, String stream, long from, long to) {
      return Mono.fromCallable(() -> eventsNow(stream, from, to));
    }

    @Override
    public Flux<String> streams(String workspace, String topic) {
      return Flux.fromIterable(List.copyOf(log.keySet()));
    }

    private synchronized List<WireMessage> eventsNow(String stream, long from, long to) {
      if (away) {
        throw new IllegalStateException("connection refused");
      }
      asked++;
      var all = log.getOrDefault(stream, List.of());
      var first = (int) Math.min(all.size(), from - 1);
      return List.copyOf(all.subList(first, (int) Math.min(all.size(), to)));
    }
  }
}
