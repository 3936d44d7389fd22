package rapport.runtime.privacy;

import reactor.core.publisher.Mono;

/** Who keeps the requests, and knows whom they are about. */
public interface PrivacyOwner {

  /** What is to be done; empty when there is no such request, or it is done with. */
  Mono<PrivacyTask> task(String workspace, String request);

  /** Says how far a service is with an erasure. */
  Mono<Void> report(String workspace, String request, String service, PrivacyReport report);

  /**
   * Hands in a piece of what a service keeps, for an archive: lines of JSON, cut anywhere.
   *
   * @param number from 0
   */
  Mono<Void> handIn(String workspace, String request, String service, int number, String piece);

  /**
   * Says that all pieces have been handed in.
   *
   * @param pieces how many they are
   */
  Mono<Void> handedIn(String workspace, String request, String service, int pieces);
}
