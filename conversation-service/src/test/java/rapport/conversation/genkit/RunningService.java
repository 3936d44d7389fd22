package rapport.conversation.genkit;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import rapport.conversation.understanding.Interpretation;
import rapport.conversation.understanding.Interpreter;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceKeys;
import rapport.runtime.identity.ServiceTokens;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.EmbeddedStore;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs, but its interpreter hangs or breaks down when a message says so. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "rapport.store.database=genkit_it",
      "rapport.understanding.embedding=false",
      "rapport.topics.partitions=2",
      "rapport.genkit.answer-within=2s"
    })
@Import(RunningService.Surroundings.class)
abstract class RunningService {

  static final JsonMapper JSON = JsonMapper.shared();

  /** How many messages were given up while they hung. */
  static final AtomicInteger ABANDONED = new AtomicInteger();

  static final String FLOW = "/genkit/flows/customer-profile";
  static final String AGENT = "/genkit/agents/customer-profile";

  @TestConfiguration(proxyBeanMethods = false)
  static class Surroundings {
    @Bean
    ServiceTokens testTokens() {
      var keys = ServiceKeys.generate();
      return new ServiceTokens(keys.getPrivate(), keys.getPublic(), Clock.systemUTC());
    }

    @Bean
    @Primary
    Interpreter moody(@Qualifier("interpreter") Interpreter real) {
      return utterance ->
          switch (utterance.text()) {
            case "hang" -> Mono.<Interpretation>never().doOnCancel(ABANDONED::incrementAndGet);
            case "crash" -> Mono.error(new IllegalStateException("a secret of the interpreter"));
            default -> real.interpret(utterance);
          };
    }
  }

  @DynamicPropertySource
  static void surroundings(DynamicPropertyRegistry registry) {
    registry.add("spring.mongodb.uri", () -> EmbeddedStore.shared().uri());
    registry.add(
        "spring.kafka.bootstrap-servers", () -> EmbeddedBroker.shared().bootstrapServers());
  }

  @Autowired ServiceTokens tokens;
  @LocalServerPort int port;

  final String workspace = "w-" + UUID.randomUUID();

  String token(Role role) {
    var caller = new Caller(workspace, "user-1", "Ada", Set.of(role), Caller.Kind.USER);
    return tokens.mint(caller, "conversation-service");
  }

  /** A call as a marketer. */
  RawCall call(String path) {
    return new RawCall(port, path).header(ServiceTokens.HEADER, token(Role.MARKETER));
  }

  /** The result of a call that is not streamed. */
  JsonNode run(String path, Map<String, Object> data) {
    var answer = call(path).post(JSON.writeValueAsString(Map.of("data", data)));
    if (answer.status() != 200) {
      throw new AssertionError(answer.status() + " " + answer.text());
    }
    return answer.json().path("result");
  }

  /** A streamed call. */
  RawCall.Answer stream(String path, Object body) {
    return call(path).header("Accept", "text/event-stream").post(JSON.writeValueAsString(body));
  }

  JsonNode conversation(String id) {
    return call("/api/v1/conversations/" + id).get().json();
  }
}
