package rapport.runtime.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import rapport.contracts.EventCatalog;
import rapport.contracts.WireMessage;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.ServiceKeys;
import rapport.runtime.identity.ServiceTokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

class HttpEventSourceTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ServiceTokens tokens = tokens();
  private final Texts.Owner log = new Texts.Owner(EventCatalog.CONVERSATION);
  private final List<String> asked = new ArrayList<>();
  private final DisposableServer owner =
      HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow();
  private final HttpEventSource source =
      new HttpEventSource(
          WebClient.builder(),
          tokens,
          "http://127.0.0.1:" + owner.port(),
          "conversation-service",
          "profile-service");

  @AfterEach
  void stop() {
    owner.disposeNow();
  }

  @Test
  void asks_the_owner_for_the_range_as_a_service_of_that_workspace() {
    List<WireMessage> all = log.say("s-1", 400);
    StepVerifier.create(source.events("acme", "s-1", 3, 90))
        .assertNext(found -> assertThat(found).isEqualTo(all.subList(2, 90)))
        .verifyComplete();
    assertThat(asked).containsExactly("/internal/workspaces/acme/streams/s-1/events?from=3&to=90");
  }

  @Test
  void a_range_larger_than_a_request_body_may_be_is_read() {
    log.say("s-1", "x".repeat(700_000));
    StepVerifier.create(source.events("acme", "s-1", 1, 100))
        .assertNext(found -> assertThat(found).hasSize(1))
        .verifyComplete();
  }

  @Test
  void asks_the_owner_which_streams_have_something_on_a_topic() {
    StepVerifier.create(source.streams("acme", "rapport.x.events"))
        .expectNext("s-1", "s-2")
        .verifyComplete();
    assertThat(asked).containsExactly("/internal/workspaces/acme/streams?topic=rapport.x.events");
  }

  @Test
  void a_refusal_of_the_owner_is_a_failure() {
    StepVerifier.create(source.events("acme", "forbidden", 1, 2))
        .verifyError(WebClientResponseException.Forbidden.class);
  }

  private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
    asked.add(request.uri());
    var token = Objects.requireNonNull(request.requestHeaders().get(ServiceTokens.HEADER));
    assertThat(tokens.verify(token, "conversation-service"))
        .isEqualTo(Caller.service("acme", "profile-service"));
    if (request.uri().contains("forbidden")) {
      return response.status(403).send();
    }
    if (request.uri().contains("/streams?")) {
      return response
          .header("Content-Type", "application/x-ndjson")
          .sendString(Flux.just("{\"stream\":\"s-1\"}\n{\"stre", "am\":\"s-2\"}\n"))
          .then();
    }
    var range = request.uri().replaceFirst(".*from=", "").split("&to=", -1);
    return response
        .header("Content-Type", "application/json")
        .sendString(
            log.events("acme", "s-1", Long.parseLong(range[0]), Long.parseLong(range[1]))
                .map(JSON::writeValueAsString))
        .then();
  }

  private static ServiceTokens tokens() {
    var keys = ServiceKeys.generate();
    return new ServiceTokens(keys.getPrivate(), keys.getPublic(), Clock.systemUTC());
  }
}
