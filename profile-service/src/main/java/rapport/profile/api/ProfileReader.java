package rapport.profile.api;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.profile.store.Profiles;
import rapport.profile.store.StoredProfile;
import rapport.runtime.feed.Feeds;
import rapport.runtime.identity.Caller;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the profile a request is about, and waits for it to be as new as the request needs. */
@Component
final class ProfileReader {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Another instance may project it, and tells of nothing but changed values. */
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Profiles profiles;
  private final Feeds feeds;

  ProfileReader(Profiles profiles, Feeds feeds) {
    this.profiles = profiles;
    this.feeds = feeds;
  }

  /** The profile; 404 {@code profile-not-found} when this workspace has none of that id. */
  Mono<StoredProfile> find(Caller caller, String id) {
    return profiles
        .find(caller.workspace(), id)
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.NOT_FOUND, "profile-not-found", "There is no such profile.")));
  }

  /**
   * The profile once it stands at this revision of its conversation or a later one; 409 {@code
   * not-yet-projected} when it does not within two seconds.
   *
   * @param atLeastRev none to take it as it is
   */
  Mono<StoredProfile> find(Caller caller, String id, @Nullable Long atLeastRev) {
    if (atLeastRev == null) {
      return find(caller, id);
    }
    var moves = feeds.changes(caller.workspace() + "/" + id);
    return Flux.merge(moves, Flux.interval(LOOK).onBackpressureDrop())
        .concatMap(_ -> profiles.find(caller.workspace(), id))
        .filter(stored -> stored.rev() >= atLeastRev)
        .next()
        .switchIfEmpty(Mono.error(ProfileReader::notYet))
        .timeout(PATIENCE)
        .onErrorMap(TimeoutException.class, _ -> notYet());
  }

  private static Problem notYet() {
    return Problem.of(
            HttpStatus.CONFLICT,
            "not-yet-projected",
            "The profile has not reached that revision of its conversation.")
        .withRetryAfter(Duration.ofSeconds(1));
  }
}
