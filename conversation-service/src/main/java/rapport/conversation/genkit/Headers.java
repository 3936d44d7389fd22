package rapport.conversation.genkit;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/** The headers of Genkit's protocol. */
final class Headers {

  /** Names a stream in its answer, and asks for it again in a request. */
  static final String STREAM_ID = "x-genkit-stream-id";

  private static final String TRACEPARENT = "traceparent";
  private static final Pattern TRACE =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

  private Headers() {}

  /** Whether the answer is wanted frame by frame. */
  static boolean wantsStream(ServerHttpRequest request) {
    var accept = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
    return (accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE))
        || "true".equals(request.getQueryParams().getFirst("stream"));
  }

  /** The stream that is asked for again. */
  static Optional<String> resumed(ServerHttpRequest request) {
    return wantsStream(request)
        ? Optional.ofNullable(request.getHeaders().getFirst(STREAM_ID))
        : Optional.empty();
  }

  /** The language the caller likes best; {@code *} when it does not say. */
  static String language(ServerHttpRequest request) {
    var accepted = request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE);
    return accepted == null ? "*" : accepted.split("[,;]", 2)[0].strip();
  }

  static @Nullable String traceparent(ServerHttpRequest request) {
    return request.getHeaders().getFirst(TRACEPARENT);
  }

  /** Tells the caller which trace its call is part of, when it is part of one. */
  static void trace(ServerWebExchange exchange) {
    var traceparent = traceparent(exchange.getRequest());
    var parts = TRACE.matcher(traceparent == null ? "" : traceparent);
    if (parts.matches()) {
      var headers = exchange.getResponse().getHeaders();
      headers.set("x-genkit-trace-id", parts.group(1));
      headers.set("x-genkit-span-id", parts.group(2));
    }
  }
}
