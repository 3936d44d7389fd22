package rapport.profile.projection;

import java.util.List;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.Received;
import rapport.contracts.WireMessage;
import rapport.profile.profile.CustomerProfile;
import rapport.profile.profile.ProfileUpdate;
import rapport.profile.store.ProfileViews;
import rapport.profile.store.Profiles;
import rapport.profile.store.StoredProfile;
import rapport.runtime.projection.EventSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Folds profiles anew from all their events, as after a mend of the fold. */
@Component
public final class ProfileRebuild {

  private static final EventCodec<ConversationEvent> CODEC =
      new EventCodec<>(EventCatalog.CONVERSATION);

  private static final long PAGE = 100;

  /**
   * What a rebuild did.
   *
   * @param profiles looked at
   * @param rewritten folded anew; the others moved meanwhile, or their owner has fewer events
   */
  public record Outcome(long profiles, long rewritten) {}

  private final Profiles profiles;
  private final ProfileViews views;
  private final EventSource conversations;

  ProfileRebuild(Profiles profiles, ProfileViews views, EventSource conversations) {
    this.profiles = profiles;
    this.views = views;
    this.conversations = conversations;
  }

  /** Folds every profile of the workspace again and tells its state again. */
  public Mono<Outcome> rebuild(String workspace) {
    return profiles
        .all(workspace)
        .concatMap(stored -> rebuild(workspace, stored))
        .reduce(
            new Outcome(0, 0),
            (sum, done) -> new Outcome(sum.profiles() + 1, sum.rewritten() + (done ? 1 : 0)));
  }

  private Mono<Boolean> rebuild(String workspace, StoredProfile stored) {
    return events(workspace, stored)
        .flatMap(events ->
            events.size() == stored.rev()
                ? views.rewrite(workspace, folded(stored, events), stored.rev())
                : Mono.just(false));
  }

  /** Page by page: a long conversation is more than an answer may hold. */
  private Mono<List<WireMessage>> events(String workspace, StoredProfile stored) {
    var pages = Math.toIntExact((stored.rev() + PAGE - 1) / PAGE);
    return Flux.range(0, pages)
        .concatMap(page ->
            conversations.events(
                workspace, stored.id(), page * PAGE + 1, Math.min((page + 1) * PAGE, stored.rev())))
        .concatMapIterable(events -> events)
        .collectList();
  }

  private static ProfileUpdate folded(StoredProfile stored, List<WireMessage> events) {
    var update = ProfileUpdate.saved(CustomerProfile.none(stored.id()), 0);
    for (var event : events) {
      if (CODEC.decode(event) instanceof Received.Known<ConversationEvent>(var envelope)) {
        update = update.apply(envelope);
      }
    }
    return update;
  }
}
