package rapport.profile.api;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.projection.RecordRebuild;
import rapport.profile.record.RecordKind;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Caller.Kind;
import rapport.runtime.identity.Role;
import reactor.core.publisher.Mono;

/** For those who run the service. */
@RestController
final class RebuildController {

  private final RecordRebuild rebuild;

  RebuildController(RecordRebuild rebuild) {
    this.rebuild = rebuild;
  }

  /** Folds every such record of the caller's workspace again from the events its owner has. */
  @PostMapping("/internal/projections/{kind:profiles|buying-processes}/rebuild")
  @Allow(
      value = Role.ADMIN,
      kinds = {Kind.USER, Kind.SERVICE})
  Mono<RecordRebuild.Outcome> rebuild(Caller caller, @PathVariable String kind) {
    return rebuild.rebuild(RecordKind.named(kind), caller.workspace());
  }
}
