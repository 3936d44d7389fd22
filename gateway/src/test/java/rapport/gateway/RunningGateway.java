package rapport.gateway;

import static rapport.testkit.Patience.PATIENCE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import rapport.gateway.oidc.FakeProvider;
import rapport.gateway.route.Upstream;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceKeys;
import rapport.runtime.identity.ServiceTokens;
import rapport.testkit.EmbeddedStore;
import rapport.testkit.ServedOperation;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A whole gateway with a store and five fake services. */
public final class RunningGateway implements AutoCloseable {
  private static final int MOST_BYTES = 4 << 20;

  public static final String ADMIN = "admin@example.com";
  public static final String PASSWORD = "correct horse battery";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Map<Upstream, FakeService> services = new EnumMap<>(Upstream.class);
  private final KeyPair keys = ServiceKeys.generate();
  private final ConfigurableApplicationContext context;
  private final Map<Set<Role>, String> tokens = new LinkedHashMap<>();

  private RunningGateway(Map<String, Object> settings) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Upstream upstream : Upstream.values()) {
      var service = new FakeService(upstream.id());
      services.put(upstream, service);
      String key = upstream.name().toLowerCase(Locale.ROOT).replace('_', '-');
      properties.put("rapport.gateway.route." + key, service.url());
    }
    properties.put("server.port", 0);
    properties.put("spring.mongodb.uri", EmbeddedStore.shared().uri());
    properties.put("rapport.store.database", "gateway_" + COUNT.incrementAndGet());
    properties.put("rapport.identity.private-key-file", privateKeyFile().toString());
    properties.put("rapport.gateway.account.admin-email", ADMIN);
    properties.put("rapport.gateway.account.admin-password", PASSWORD);
    properties.putAll(settings);
    String[] arguments =
        properties.entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new);
    context = new SpringApplicationBuilder(GatewayApplication.class).run(arguments);
  }

  private static final class Shared {
    private static final Map<String, Object> SETTINGS =
        Map.of(
            "rapport.gateway.limit.address.per-second", 10_000,
            "rapport.gateway.limit.address.burst", 10_000,
            "rapport.gateway.limit.caller.per-second", 10_000,
            "rapport.gateway.limit.caller.burst", 10_000,
            "rapport.gateway.account.attempts-per-address", 1_000,
            "rapport.gateway.route.answer-within", "60s");
    private static final RunningGateway GATEWAY = start(SETTINGS);
  }

  private static final class Impatient {
    private static final RunningGateway GATEWAY;

    static {
      var settings = new LinkedHashMap<>(Shared.SETTINGS);
      settings.put("rapport.gateway.limit.head-deadline", "2s");
      settings.put("rapport.gateway.route.answer-within", "2s");
      settings.put("rapport.gateway.route.upload-within", "2s");
      settings.put("rapport.gateway.route.genkit-within", "2s");
      settings.put("rapport.gateway.breaker.window", 4);
      settings.put("rapport.gateway.breaker.minimum", 4);
      settings.put("rapport.gateway.breaker.pause", "1s");
      settings.put("rapport.gateway.breaker.trials", 1);
      GATEWAY = start(settings);
    }
  }

  private static final class Connected {
    private static final FakeProvider PROVIDER = new FakeProvider();
    private static final RunningGateway GATEWAY;

    static {
      var settings = new LinkedHashMap<>(Shared.SETTINGS);
      settings.put("rapport.gateway.public-url", "https://rapport.example");
      settings.put("rapport.gateway.account.mail-server", "mail.example");
      settings.put("rapport.gateway.account.resets-per-address", 1_000);
      String local = "rapport.gateway.oidc.providers.local.";
      settings.put(local + "issuer", PROVIDER.issuer());
      settings.put(local + "client-id", FakeProvider.CLIENT);
      settings.put(local + "client-secret", FakeProvider.SECRET);
      settings.put(local + "name", "Local");
      settings.put(local + "roles", "staff=viewer,sales-team=sales");
      GATEWAY = start(settings);
    }
  }

  /** One that can send mail, through its fake services, and has a sign-in provider. */
  public static RunningGateway connected() {
    return Connected.GATEWAY;
  }

  /** The sign-in provider of {@link #connected}, {@code local}. */
  public static FakeProvider provider() {
    return Connected.PROVIDER;
  }

  /** One for all tests that need no settings of their own; waits long, as slow machines need. */
  public static RunningGateway shared() {
    return Shared.GATEWAY;
  }

  /** One for the tests of what happens when somebody takes too long. */
  public static RunningGateway impatient() {
    return Impatient.GATEWAY;
  }

  public static RunningGateway start(Map<String, Object> settings) {
    RunningGateway gateway = starting(settings);
    gateway.awaitReady();
    return gateway;
  }

  /** One that answers but may not be ready yet. */
  public static RunningGateway starting(Map<String, Object> settings) {
    return new RunningGateway(settings);
  }

  public void awaitReady() {
    Awaitility.await().until(this::isReady);
  }

  public FakeService service(Upstream upstream) {
    return Objects.requireNonNull(services.get(upstream));
  }

  public int port() {
    return Objects.requireNonNull(
        context.getEnvironment().getProperty("local.server.port", Integer.class));
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** What the gateway's own controllers answer. */
  public List<ServedOperation> operations() {
    return ServedOperation.of(
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
  }

  /** Verifies what the gateway tells services. */
  public ServiceTokens verifier() {
    return new ServiceTokens(null, keys.getPublic(), Clock.systemUTC());
  }

  /** Nobody in particular. */
  public WebTestClient anyone() {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port())
        .responseTimeout(PATIENCE)
        // The description of the whole API is larger than what is read by default.
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
        .filter(ExchangeFilterFunction.ofResponseProcessor(RunningGateway::read))
        .build();
  }

  /** Reads bodies no test looks at, too, so that their connections can be used again. */
  private static Mono<ClientResponse> read(ClientResponse response) {
    boolean stream =
        response.headers().contentType().filter(MediaType.TEXT_EVENT_STREAM::includes).isPresent();
    return stream
        ? Mono.just(response)
        : response
            .bodyToMono(byte[].class)
            .defaultIfEmpty(new byte[0])
            .map(body ->
                response
                    .mutate()
                    .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)))
                    .build());
  }

  /** With a bearer token. */
  public WebTestClient bearing(String token) {
    return anyone().mutate().defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token).build();
  }

  /** The administrator, signed in. */
  public WebTestClient admin() {
    return bearing(tokens.computeIfAbsent(Set.of(Role.ADMIN), _ -> signIn(ADMIN, PASSWORD)));
  }

  /** The token of a new session. */
  public String signIn(String email, String password) {
    SignedIn signedIn =
        anyone()
            .post()
            .uri("/api/v1/sign-in")
            .bodyValue(Map.of("email", email, "password", password))
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(SignedIn.class)
            .returnResult()
            .getResponseBody();
    return Objects.requireNonNull(signedIn).token();
  }

  private record SignedIn(String token) {}

  /** A new user with these roles, signed in. */
  public NewUser newUser(Role... roles) {
    String email = "user" + COUNT.incrementAndGet() + "@example.com";
    CreatedUser created =
        admin()
            .post()
            .uri("/api/v1/users")
            .bodyValue(
                Map.of(
                    "email",
                    email,
                    "name",
                    "Somebody",
                    "roles",
                    Set.of(roles).stream().map(Role::wire).toList(),
                    "password",
                    PASSWORD))
            .exchange()
            .expectStatus()
            .isCreated()
            .expectBody(CreatedUser.class)
            .returnResult()
            .getResponseBody();
    return new NewUser(Objects.requireNonNull(created).id(), email, signIn(email, PASSWORD));
  }

  private record CreatedUser(String id) {}

  /** Somebody with a session. */
  public record NewUser(String id, String email, String token) {}

  @Override
  public void close() {
    context.close();
    services.values().forEach(FakeService::close);
  }

  public boolean isReady() {
    return anyone()
        .get()
        .uri("/actuator/health/readiness")
        .exchange()
        .returnResult(String.class)
        .getStatus()
        .is2xxSuccessful();
  }

  private Path privateKeyFile() {
    try {
      Path file = Files.createTempFile("gateway", ".pem");
      file.toFile().deleteOnExit();
      return Files.writeString(file, ServiceKeys.pem(keys.getPrivate()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
