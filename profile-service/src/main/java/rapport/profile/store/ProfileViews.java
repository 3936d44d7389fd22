package rapport.profile.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.profile.profile.News;
import rapport.profile.profile.ProfileUpdate;
import rapport.runtime.feed.Feeds;
import rapport.runtime.projection.Versioned;
import rapport.runtime.projection.Views;
import rapport.runtime.store.DuplicateKeyException;
import reactor.core.publisher.Mono;

/**
 * Keeps profiles. One write holds the profile, its revision and its news, so that neither is there
 * without the other. History goes first: a line of it says the same however often it is written,
 * and its revision is settled by the conversation, so a crash in between leaves nothing untrue.
 */
@Component
public final class ProfileViews implements Views<ProfileUpdate, ConversationEvent> {

  private final ProfileCollections collections;
  private final FieldHistory history;
  private final NewsSignal signal;
  private final Feeds feeds;

  ProfileViews(
      ProfileCollections collections, FieldHistory history, NewsSignal signal, Feeds feeds) {
    this.collections = collections;
    this.history = history;
    this.signal = signal;
    this.feeds = feeds;
  }

  @Override
  public Mono<Versioned<ProfileUpdate>> find(String workspace, String stream) {
    return collections
        .profiles()
        .flatMap(all -> all.findOne(workspace, eq(ProfileCollections.key(workspace, stream))))
        .map(document ->
            new Versioned<>(
                ProfileUpdate.saved(ProfileDocuments.profile(document), document.getLong("told")),
                document.getLong("rev")));
  }

  @Override
  public Mono<Boolean> save(
      String workspace,
      String stream,
      ProfileUpdate view,
      long expectedRev,
      long newRev,
      List<Envelope<ConversationEvent>> applied) {
    var unsaved = view.since(expectedRev); // the runner may save a view and fold on
    return history
        .write(workspace, stream, unsaved.changes())
        .then(
            expectedRev == 0
                ? insert(workspace, stream, unsaved, newRev)
                : update(workspace, stream, unsaved, expectedRev, newRev))
        .doOnNext(saved -> {
          if (saved) {
            announce(workspace, stream, unsaved);
          }
        });
  }

  private Mono<Boolean> insert(String workspace, String stream, ProfileUpdate view, long rev) {
    var document =
        new Document("_id", ProfileCollections.key(workspace, stream))
            .append("stream", stream)
            .append("published", 0L)
            .append("news", news(view.news()));
    document.putAll(changing(view, rev));
    document.putIfAbsent("pending", false);
    return collections
        .profiles()
        .flatMap(all -> all.insert(workspace, document))
        .thenReturn(true)
        .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false));
  }

  private Mono<Boolean> update(
      String workspace, String stream, ProfileUpdate view, long expectedRev, long newRev) {
    var updates = new ArrayList<Bson>();
    changing(view, newRev).forEach((field, value) -> updates.add(set(field, value)));
    updates.add(pushEach("news", news(view.news())));
    var at = and(eq(ProfileCollections.key(workspace, stream)), eq("rev", expectedRev));
    return collections.profiles().flatMap(all -> all.update(workspace, at, combine(updates)));
  }

  /** Every field of the document that a save writes anew. */
  private static Document changing(ProfileUpdate view, long rev) {
    var document = ProfileDocuments.of(view.profile()).append("rev", rev);
    document.append("told", view.told());
    if (!view.news().isEmpty()) {
      document
          .append("pending", true)
          .append("toldAt", Date.from(view.news().getLast().event().at()));
    }
    return document;
  }

  private static List<Document> news(List<News> news) {
    return news.stream().map(it -> NewsDocuments.of(it.event())).toList();
  }

  /**
   * Writes a profile that was folded anew in the place of the one that stands at the same revision,
   * with its history, and has its state told again. News stay as they are: they have been told.
   *
   * @return false when the profile moved meanwhile; its profile is unchanged then
   */
  public Mono<Boolean> rewrite(String workspace, ProfileUpdate folded, long rev) {
    var stream = folded.profile().id();
    var updates = new ArrayList<Bson>();
    ProfileDocuments.of(folded.profile()).forEach((field, it) -> updates.add(set(field, it)));
    updates.add(set("pending", true));
    updates.add(min("published", folded.told() - 1));
    var at = and(eq(ProfileCollections.key(workspace, stream)), eq("rev", rev));
    return history
        .write(workspace, stream, folded.changes())
        .then(collections.profiles())
        .flatMap(all -> all.update(workspace, at, combine(updates)))
        .doOnNext(written -> {
          if (written) {
            signal.wake(ProfileCollections.key(workspace, stream));
          }
        });
  }

  private void announce(String workspace, String stream, ProfileUpdate view) {
    var key = ProfileCollections.key(workspace, stream);
    feeds.changed(key);
    if (!view.news().isEmpty()) {
      signal.wake(key);
      feeds.changed(Profiles.listKey(workspace));
    }
  }
}
