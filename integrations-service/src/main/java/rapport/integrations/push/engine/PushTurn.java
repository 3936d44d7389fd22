package rapport.integrations.push.engine;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.Budget;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Pushing;
import rapport.integrations.connector.Pushing.Target;
import rapport.integrations.push.Kind;
import rapport.integrations.push.PushProgress;
import rapport.integrations.push.store.Pushes;
import rapport.integrations.turn.Place;
import reactor.core.publisher.Mono;

/** One turn at pushing through a connection; never by two at once. */
final class PushTurn {

  private static final int MOST_BATCHES = 20;

  final Pushes.Stored push;
  final String lease;
  final Place place;
  final Pushing connector;
  final Access access;
  private final double reserve;
  private final Set<Kind> refusedKinds = EnumSet.noneOf(Kind.class);
  private PushProgress progress;
  private @Nullable ConnectorException refusal;
  private int batches;
  private boolean spent;
  private boolean lost;

  PushTurn(
      Pushes.Stored push,
      String lease,
      Place place,
      Pushing connector,
      Access access,
      double reserve) {
    this.push = push;
    this.lease = lease;
    this.place = place;
    this.connector = connector;
    this.access = access;
    this.reserve = reserve;
    this.progress = push.progress();
  }

  /** Where records of a kind are kept over there. */
  Target target(Kind kind) {
    return new Target(kind, push.settings().object(kind, connector.object(kind)));
  }

  PushProgress progress() {
    return progress;
  }

  /** Whether another batch may be begun. */
  boolean mayGoOn() {
    return !lost && !spent && batches < MOST_BATCHES;
  }

  /** Whether only what is reserved for people over there is left. */
  boolean isSpent() {
    return spent;
  }

  /**
   * Goes on with the other kinds when this one is refused as a whole.
   *
   * @return fails with what is refused to all of them
   */
  Mono<Void> passOver(Kind kind, ConnectorException failure) {
    if (!failure.isOfPart()) {
      return Mono.error(failure);
    }
    refusedKinds.add(kind);
    refusal = refusal == null ? failure : refusal.and(failure);
    return Mono.empty();
  }

  /** Whether nothing of that kind was refused as a whole. */
  boolean isOpen(Kind kind) {
    return !refusedKinds.contains(kind);
  }

  /** What was refused of whole kinds, if anything. */
  @Nullable ConnectorException refusal() {
    return refusal;
  }

  void asked(@Nullable Budget budget) {
    if (budget != null) {
      progress = progress.withBudget(budget.left(), budget.limit());
      spent = budget.isSpent(reserve);
    }
  }

  void worked(Instant now) {
    batches++;
    progress = progress.worked(now);
  }

  /** Ends it when somebody else has the connection now, or what was planned holds no longer. */
  void holds(boolean held) {
    lost |= !held;
  }
}
