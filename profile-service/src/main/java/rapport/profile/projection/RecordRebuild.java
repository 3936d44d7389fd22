package rapport.profile.projection;

import java.util.List;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.Received;
import rapport.contracts.WireMessage;
import rapport.profile.record.RecordKind;
import rapport.profile.store.BuyingProcessViews;
import rapport.profile.store.ProfileViews;
import rapport.profile.store.Records;
import rapport.profile.store.StoredRecord;
import rapport.runtime.projection.EventSource;
import rapport.runtime.projection.Projection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Folds records anew from all their events, as after a mend of the fold. */
@Component
public final class RecordRebuild {

  private static final EventCodec<ConversationEvent> CODEC =
      new EventCodec<>(EventCatalog.CONVERSATION);

  private static final long PAGE = 100;

  /**
   * What a rebuild did.
   *
   * @param records looked at
   * @param rewritten folded anew; the others moved meanwhile, or their owner has fewer events
   */
  public record Outcome(long records, long rewritten) {}

  private final Records records;
  private final ProfileViews profiles;
  private final BuyingProcessViews buyingProcesses;
  private final EventSource conversations;

  RecordRebuild(
      Records records,
      ProfileViews profiles,
      BuyingProcessViews buyingProcesses,
      EventSource conversations) {
    this.records = records;
    this.profiles = profiles;
    this.buyingProcesses = buyingProcesses;
    this.conversations = conversations;
  }

  /**
   * Folds every record of that kind in the workspace again; profiles have their state told again.
   */
  public Mono<Outcome> rebuild(RecordKind kind, String workspace) {
    return records
        .all(kind, workspace)
        .concatMap(stored -> rebuild(kind, workspace, stored))
        .reduce(
            new Outcome(0, 0),
            (sum, done) -> new Outcome(sum.records() + 1, sum.rewritten() + (done ? 1 : 0)));
  }

  private Mono<Boolean> rebuild(RecordKind kind, String workspace, StoredRecord stored) {
    return events(workspace, stored)
        .flatMap(events ->
            events.size() == stored.rev()
                ? rewrite(kind, workspace, stored, events)
                : Mono.just(false));
  }

  private Mono<Boolean> rewrite(
      RecordKind kind, String workspace, StoredRecord stored, List<WireMessage> events) {
    return switch (kind) {
      case PROFILE ->
          profiles.rewrite(
              workspace, folded(new ProfileProjection(), workspace, stored, events), stored.rev());
      case BUYING_PROCESS ->
          buyingProcesses.rewrite(
              workspace,
              folded(new BuyingProcessProjection(), workspace, stored, events),
              stored.rev());
    };
  }

  /** Page by page: a long conversation is more than an answer may hold. */
  private Mono<List<WireMessage>> events(String workspace, StoredRecord stored) {
    var pages = Math.toIntExact((stored.rev() + PAGE - 1) / PAGE);
    return Flux.range(0, pages)
        .concatMap(page ->
            conversations.events(
                workspace, stored.id(), page * PAGE + 1, Math.min((page + 1) * PAGE, stored.rev())))
        .concatMapIterable(events -> events)
        .collectList();
  }

  private static <V> V folded(
      Projection<V, ConversationEvent> projection,
      String workspace,
      StoredRecord stored,
      List<WireMessage> events) {
    var view = projection.empty(workspace, stored.id());
    for (var event : events) {
      if (CODEC.decode(event) instanceof Received.Known<ConversationEvent>(var envelope)) {
        view = projection.apply(view, envelope);
      }
    }
    return view;
  }
}
