package rapport.integrations.automation.action;

import java.util.Set;
import rapport.integrations.automation.StepOutcome;
import reactor.core.publisher.Mono;

/**
 * Lets actions take effect. A try that is repeated must have no second effect where that can be.
 */
public interface Effect {

  /** The actions it is for. */
  Set<String> actions();

  /** What goes wrong is an outcome; an error is taken for something that may pass. */
  Mono<StepOutcome> apply(Call call);

  /** Why a workspace cannot have such an action now; empty when it can. */
  default Mono<String> refusal(String workspace, String action) {
    return Mono.empty();
  }
}
