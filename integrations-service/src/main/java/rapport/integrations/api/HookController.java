package rapport.integrations.api;

import java.util.HashMap;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import rapport.integrations.connector.HookRequest;
import rapport.integrations.hook.Hooks;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Mono;

/** Where other systems tell of their own accord. Their signatures say who they are. */
@RestController
@Allow(kinds = Caller.Kind.VISITOR)
final class HookController {

  private final Hooks hooks;

  HookController(Hooks hooks) {
    this.hooks = hooks;
  }

  /**
   * Takes what another system tells, answers at once, and works it off later.
   *
   * @param connection the id of the connection it belongs to
   */
  @PostMapping("/hooks/{connection}")
  Mono<ResponseEntity<String>> take(
      @PathVariable String connection,
      ServerHttpRequest request,
      @RequestBody(required = false) Mono<byte[]> body) {
    return body.defaultIfEmpty(new byte[0])
        .flatMap(bytes -> hooks.take(connection, raw(request, bytes)))
        .map(text -> ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(text))
        .defaultIfEmpty(ResponseEntity.ok().build());
  }

  private static HookRequest raw(ServerHttpRequest request, byte[] body) {
    var headers = new HashMap<String, String>();
    request
        .getHeaders()
        .forEach((name, values) ->
            headers.putIfAbsent(
                name.toLowerCase(Locale.ROOT), values.isEmpty() ? "" : values.getFirst()));
    var path = request.getPath().pathWithinApplication().value();
    return new HookRequest(path, headers, body);
  }
}
