package rapport.profile.api;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.projection.ProfileRebuild;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Caller.Kind;
import rapport.runtime.identity.Role;
import reactor.core.publisher.Mono;

/** For those who run the service. */
@RestController
final class RebuildController {

  private final ProfileRebuild rebuild;

  RebuildController(ProfileRebuild rebuild) {
    this.rebuild = rebuild;
  }

  /** Folds every profile of the caller's workspace again from the events its owner has. */
  @PostMapping("/internal/projections/profiles/rebuild")
  @Allow(
      value = Role.ADMIN,
      kinds = {Kind.USER, Kind.SERVICE})
  Mono<ProfileRebuild.Outcome> rebuild(Caller caller) {
    return rebuild.rebuild(caller.workspace());
  }
}
