package rapport.conversation.genkit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.conversation.genkit.Sessions.Use;
import rapport.conversation.session.Conversation;
import rapport.conversation.session.OwnIds;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/**
 * Takes the turns of {@code remoteAgent}. A turn continues a snapshot, and only the latest can be
 * continued: whoever holds another is told what has become of it. The same turn again gets what the
 * first got.
 */
@Component
final class AgentTurns {

  private final Sessions sessions;
  private final AgentAnswers answers;

  AgentTurns(Sessions sessions, AgentAnswers answers) {
    this.sessions = sessions;
    this.answers = answers;
  }

  /**
   * @param locale the language of a new session
   */
  Mono<Answer> take(Use use, AgentInput input, String locale) {
    if (input.snapshotId() == null && input.sessionId() == null) {
      return begin(use, input.message(), locale);
    }
    if (input.message().isEmpty()) {
      return Mono.error(RefusedException.invalid("message", "must say something"));
    }
    return continued(use, input.snapshotId(), input.sessionId())
        .flatMap(snapshot -> continueFrom(use, snapshot, input.message()));
  }

  private Mono<Answer> begin(Use use, String message, String locale) {
    var id = UUID.randomUUID().toString();
    var start = new StreamId(id, OwnIds.START);
    return sessions
        .begin(use, id, locale)
        .then(
            Mono.defer(() ->
                message.isEmpty()
                    ? sessions.stored(use, start).map(moment -> answers.of(moment.after(), moment))
                    : continueFrom(use, new SnapshotId(id, 1), message)));
  }

  private Mono<SnapshotId> continued(
      Use use, @Nullable String snapshotId, @Nullable String sessionId) {
    if (snapshotId == null && sessionId != null) {
      return sessions.latest(use, sessionId).map(AgentTurns::snapshotOf);
    }
    var snapshot = SnapshotId.parse(snapshotId == null ? "" : snapshotId);
    if (snapshot.isEmpty()) {
      return Mono.error(noSuchSnapshot());
    }
    return sessionId == null || sessionId.equals(snapshot.get().session())
        ? Mono.just(snapshot.get())
        : Mono.error(RefusedException.invalid("snapshotId", "does not belong to the session"));
  }

  private Mono<Answer> continueFrom(Use use, SnapshotId from, String message) {
    return sessions
        .at(use, from.session(), from.seq())
        .switchIfEmpty(Mono.error(AgentTurns::noSuchSnapshot))
        .flatMap(before -> said(use, from, message).map(moment -> answers.of(before, moment)));
  }

  /** The message's id is the snapshot's, so that a snapshot is continued once. */
  private Mono<Moment> said(Use use, SnapshotId from, String message) {
    return sessions
        .say(use, from.session(), OwnIds.snapshot(from.seq()), message, now -> isLatest(from, now))
        .onErrorResume(
            AgentTurns::continuedOtherwise,
            _ -> sessions.latest(use, from.session()).flatMap(now -> Mono.error(stale(from, now))));
  }

  private static boolean continuedOtherwise(Throwable failure) {
    return failure instanceof Problem problem && problem.code().equals("id-reused");
  }

  private static Mono<Void> isLatest(SnapshotId from, Conversation now) {
    return now.seq() == from.seq() ? Mono.empty() : Mono.error(stale(from, now));
  }

  static SnapshotId snapshotOf(Conversation conversation) {
    return new SnapshotId(conversation.id(), conversation.seq());
  }

  private static RefusedException stale(SnapshotId expected, Conversation now) {
    return new RefusedException(
        GenkitError.of(
            CanonicalCode.ABORTED,
            "stale snapshot",
            "expected " + expected.text() + ", at " + snapshotOf(now).text()));
  }

  static RefusedException noSuchSnapshot() {
    return new RefusedException(
        GenkitError.of(CanonicalCode.NOT_FOUND, "There is no such snapshot."));
  }
}
