package rapport.conversation.genkit;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.genkit.Sessions.Use;
import rapport.runtime.identity.Caller;
import rapport.runtime.problem.Problem;

/** What is read of a call besides its body. */
@Component
final class Calls {

  private final FlowCatalog flows;

  Calls(FlowCatalog flows) {
    this.flows = flows;
  }

  /**
   * @throws Problem 404 {@code flow-not-found}
   */
  Use use(String flow, Caller caller, ServerWebExchange exchange) {
    if (!flows.names().contains(flow)) {
      throw Problem.of(HttpStatus.NOT_FOUND, "flow-not-found", "There is no such flow.");
    }
    return new Use(caller, flow, Headers.traceparent(exchange.getRequest()));
  }

  /** The caller's first language, if the flow speaks it; English otherwise. */
  String locale(String flow, ServerWebExchange exchange) {
    return flows.supported(flow, Headers.language(exchange.getRequest()));
  }
}
