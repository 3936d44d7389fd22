package rapport.integrations.automation.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rapport.integrations.automation.Plan;
import rapport.integrations.automation.definition.Definition;
import rapport.integrations.automation.definition.DefinitionReader;
import rapport.integrations.automation.store.StoredWorkflow;
import rapport.integrations.automation.store.Workflows;
import reactor.core.publisher.Mono;

/** The automations of each workspace that are on, read and checked, in memory. */
@Component
public class Plans {

  private static final Logger LOG = LoggerFactory.getLogger(Plans.class);

  /** How long another instance's change may go unnoticed. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  private record Shelf(List<Plan> plans, Instant at) {}

  private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
  private final Workflows workflows;
  private final Clock clock;

  public Plans(Workflows workflows, Clock clock) {
    this.workflows = workflows;
    this.clock = clock;
    workflows.onChange(shelves::remove);
  }

  /** Those of the workspace. */
  public Mono<List<Plan>> of(String workspace) {
    var shelf = shelves.get(workspace);
    var now = clock.instant();
    if (shelf != null && shelf.at().plus(FRESH).isAfter(now)) {
      return Mono.just(shelf.plans());
    }
    return workflows
        .all(workspace)
        .filter(StoredWorkflow::enabled)
        .concatMapIterable(stored -> plans(workspace, stored).toList())
        .collectList()
        .doOnNext(plans -> shelves.put(workspace, new Shelf(plans, now)));
  }

  /** One that cannot be read any longer does not run; the API says so, too. */
  private static Stream<Plan> plans(String workspace, StoredWorkflow stored) {
    var current = stored.current();
    return switch (DefinitionReader.read(current.yaml())) {
      case Definition.Valid(var automations) ->
          automations.stream()
              .map(automation ->
                  new Plan(automation.workflow(), current.version(), stored.generation()));
      case Definition.Invalid(var faults) -> {
        LOG.warn("{}/{} does not run: {}", workspace, stored.name(), faults.getFirst());
        yield Stream.of();
      }
    };
  }
}
