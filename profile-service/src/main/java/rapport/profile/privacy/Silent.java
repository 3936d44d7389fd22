package rapport.profile.privacy;

import java.time.Instant;
import rapport.runtime.privacy.Subject;
import reactor.core.publisher.Flux;

/** Finds what of a kind has been silent for long. */
interface Silent {

  RetentionKind kind();

  /** What has been silent since then, and is to go by its term. */
  Flux<Found> since(String workspace, Instant then);

  /**
   * One of it.
   *
   * @param subject whom, or what, an erasure is to be about
   * @param at when something was heard of it last
   */
  record Found(Subject subject, Instant at) {

    /** The same, with what else belongs to it. */
    Found and(Found more) {
      return new Found(subject.and(more.subject), at.isAfter(more.at) ? at : more.at);
    }
  }
}
