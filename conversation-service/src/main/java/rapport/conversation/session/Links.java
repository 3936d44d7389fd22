package rapport.conversation.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.FlowDefinition;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes over what a linked conversation of another flow knows already. */
@Component
final class Links {

  private final ConversationReader reader;

  Links(ConversationReader reader) {
    this.reader = reader;
  }

  /**
   * The context with the values of the conversations it names; what it says itself stays.
   *
   * @return fails with 422 {@code linked-conversation-not-found}
   */
  Mono<Map<String, Object>> resolve(
      String workspace, FlowDefinition definition, Map<String, Object> context) {
    return Flux.fromIterable(definition.links().entrySet())
        .filter(link -> context.containsKey(link.getKey()))
        .concatMap(link ->
            values(workspace, String.valueOf(context.get(link.getKey())), link.getValue())
                .map(values -> filled(definition, link.getValue(), values)))
        .collectList()
        .map(all -> {
          var known = new LinkedHashMap<String, Object>();
          all.forEach(known::putAll);
          known.putAll(context);
          return known;
        });
  }

  private Mono<Map<String, FieldValue>> values(
      String workspace, String id, FlowDefinition.Link link) {
    return reader
        .find(workspace, id)
        .filter(linked -> linked.dialogue().flow().equals(link.flow()))
        .map(linked -> linked.dialogue().values())
        .onErrorResume(Problem.class, _ -> Mono.empty())
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "linked-conversation-not-found",
                    "There is no " + link.flow() + " conversation of that id.")));
  }

  private static Map<String, Object> filled(
      FlowDefinition definition, FlowDefinition.Link link, Map<String, FieldValue> values) {
    var known = new LinkedHashMap<String, Object>();
    link.fill()
        .forEach((path, other) -> {
          var value = values.get(other);
          var entry = definition.field(path).map(field -> field.prefill()).orElse(null);
          if (value != null && entry != null) {
            known.put(entry, value.display());
          }
        });
    return known;
  }
}
