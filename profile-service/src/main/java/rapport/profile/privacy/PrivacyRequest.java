package rapport.profile.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.runtime.privacy.PrivacyReport.Count;
import rapport.runtime.privacy.PrivacyTask.Kind;
import rapport.runtime.privacy.Subject;

/**
 * A request of somebody about what is kept of them.
 *
 * @param round of an erasure; the second one looks for what came during the first
 * @param subject whom it is about; of an erasure that is done, the ids alone
 * @param services how far each of them is
 */
record PrivacyRequest(
    String workspace,
    String id,
    Kind kind,
    State state,
    String reason,
    String askedBy,
    String askedByName,
    Instant askedAt,
    @Nullable Instant doneAt,
    int round,
    Subject subject,
    Map<String, Answer> services) {

  enum State {
    RUNNING,
    DONE
  }

  /**
   * What a service said.
   *
   * @param round of which it said so
   * @param at when it was done with that round
   * @param stores documents by place; the most that were found there in any round
   * @param pieces of an archive
   */
  record Answer(int round, boolean done, @Nullable Instant at, List<Count> stores, int pieces) {

    static final Answer NONE = new Answer(0, false, null, List.of(), 0);

    /** The same with these counts. */
    Answer with(List<Count> newStores) {
      return new Answer(round, done, at, newStores, pieces);
    }
  }

  /** Whether a service has nothing left to do in this round. */
  boolean isDone(String service) {
    var answer = services.getOrDefault(service, Answer.NONE);
    return answer.round() == round && answer.done();
  }

  /** The same in that state, round and with that subject and those answers. */
  PrivacyRequest with(
      State newState,
      @Nullable Instant newDoneAt,
      int newRound,
      Subject newSubject,
      Map<String, Answer> newServices) {
    return new PrivacyRequest(
        workspace,
        id,
        kind,
        newState,
        reason,
        askedBy,
        askedByName,
        askedAt,
        newDoneAt,
        newRound,
        newSubject,
        newServices);
  }

  /** The same without what tells a reader who it was. */
  PrivacyRequest withIdsOnly() {
    return with(state, doneAt, round, subject.idsOnly(), services);
  }
}
