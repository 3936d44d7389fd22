package rapport.runtime.privacy;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who keeps the requests, and knows whom they are about. */
public interface PrivacyOwner {

  /** What is to be done; nothing of a request that is not there, or that is done with. */
  Flux<PrivacyTask> tasks(String workspace, List<String> requests);

  /** Says how far a service is with erasures. */
  Mono<Void> report(String workspace, String service, List<PrivacyReport> reports);

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
