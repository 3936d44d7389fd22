package rapport.profile.privacy;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.contracts.ConsentPurpose;
import rapport.profile.consent.ConsentPolicy;
import rapport.profile.store.ConsentPolicies;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** For what a workspace needs people's consent before it does anything. */
@RestController
@Allow(Role.ADMIN)
@RequestMapping("/api/v1/privacy/consent-policy")
final class ConsentPolicyController {

  private final ConsentPolicies policies;
  private final Clock clock;

  ConsentPolicyController(ConsentPolicies policies, Clock clock) {
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * The policy.
   *
   * @param rev counts its changes
   * @param needed purposes that need consent; for the others there is a legitimate interest until
   *     somebody objects
   * @param spreading whether a change is still being applied to the people there are
   */
  record PolicyView(long rev, List<String> needed, boolean spreading) {

    static PolicyView of(ConsentPolicies.Stored stored) {
      var needed = stored.policy().needed().stream().sorted().map(ConsentPurpose::wire).toList();
      return new PolicyView(stored.rev(), needed, stored.spreading());
    }
  }

  /** What is to be the policy; {@code rev} is that of the one that was shown. */
  record Change(@Nullable Long rev, @Nullable List<String> needed) {}

  @GetMapping
  Mono<PolicyView> get(Caller caller) {
    return policies.find(caller.workspace()).map(PolicyView::of);
  }

  /**
   * Changes it, for everybody whose ledger says nothing about a purpose. 409 {@code stale}, 422
   * {@code unknown-purpose}.
   */
  @PutMapping
  Mono<PolicyView> change(Caller caller, @RequestBody Change body) {
    var rev = Problem.required("rev", body.rev());
    var policy = new ConsentPolicy(purposes(Problem.required("needed", body.needed())));
    return policies
        .change(caller.workspace(), rev, policy, clock.instant())
        .filter(changed -> changed)
        .switchIfEmpty(
            Mono.error(
                () -> Problem.of(HttpStatus.CONFLICT, "stale", "Somebody else has changed it.")))
        .then(get(caller));
  }

  private static Set<ConsentPurpose> purposes(List<String> wires) {
    var purposes = new HashSet<ConsentPurpose>();
    for (var wire : wires) {
      purposes.add(
          ConsentPurpose.named(wire)
              .orElseThrow(() ->
                  Problem.of(
                      HttpStatus.UNPROCESSABLE_CONTENT,
                      "unknown-purpose",
                      "There is no such purpose.")));
    }
    return purposes;
  }
}
