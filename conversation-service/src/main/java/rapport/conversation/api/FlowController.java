package rapport.conversation.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.runtime.identity.Allow;
import rapport.runtime.problem.Problem;

/** The flows there are, as the panel needs them. */
@RestController
@RequestMapping("/api/v1/flows")
@Allow
final class FlowController {

  private final FlowCatalog flows;

  FlowController(FlowCatalog flows) {
    this.flows = flows;
  }

  /**
   * @param title the flow's name for people
   */
  record FlowSummary(String name, int version, String title) {}

  /** All flows, in their latest version. */
  @GetMapping
  List<FlowSummary> list(@RequestParam(defaultValue = "en") String locale) {
    return flows.names().stream()
        .sorted()
        .map(name ->
            new FlowSummary(
                name,
                flows.latest(name).version(),
                flows.texts(name, flows.supported(name, locale)).title()))
        .toList();
  }

  /**
   * One flow with its phases, fields, labels and options.
   *
   * @return 404 {@code flow-not-found}
   */
  @GetMapping("/{flow}")
  FlowView get(@PathVariable String flow, @RequestParam(required = false) @Nullable String locale) {
    if (!flows.names().contains(flow)) {
      throw Problem.of(HttpStatus.NOT_FOUND, "flow-not-found", "There is no such flow.");
    }
    var language = flows.supported(flow, Objects.requireNonNullElse(locale, "en"));
    return FlowView.of(flows.latest(flow), flows.texts(flow, language));
  }
}
