package rapport.integrations.automation.action;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rapport.integrations.automation.StepOutcome;
import reactor.core.publisher.Mono;

/** All effects, by the actions they are for. */
@Component
public final class Effects {

  private static final Logger LOG = LoggerFactory.getLogger(Effects.class);

  private final Map<String, Effect> effects = new HashMap<>();

  public Effects(List<Effect> all) {
    all.forEach(effect -> effect.actions().forEach(action -> effects.put(action, effect)));
  }

  /** Tries a step; whatever goes wrong is an outcome. */
  public Mono<StepOutcome> apply(Call call) {
    var effect = effects.get(call.action().name());
    if (effect == null) {
      return Mono.just(new StepOutcome.Refused("There is no such action any longer."));
    }
    return Mono.defer(() -> effect.apply(call))
        .timeout(call.action().timeout())
        .onErrorResume(
            TimeoutException.class,
            _ -> Mono.just(new StepOutcome.Later(Duration.ZERO, "It took too long.")))
        .onErrorResume(e -> {
          LOG.warn("{} of {} failed", call.action().name(), call.run().id(), e);
          return Mono.just(
              new StepOutcome.Later(Duration.ZERO, "It failed; the log of the service says why."));
        });
  }

  /** Why a workspace cannot have an action now; empty when it can. */
  public Mono<String> refusal(String workspace, String action) {
    var effect = effects.get(action);
    return effect == null
        ? Mono.just("There is no action '" + action + "'.")
        : effect.refusal(workspace, action);
  }
}
