package rapport.runtime.egress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rapport.testkit.Patience.PATIENCE;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Against a server of this machine; 127.0.0.1 counts as public here, 127.0.0.2 as private. */
class EgressClientTest {

  private static final String PUBLIC = "127.0.0.1";
  private static final String PRIVATE = "127.0.0.2";

  private final List<String> asked = new ArrayList<>();
  private final Deque<List<String>> answers = new ArrayDeque<>();
  private HttpServer server;
  private int port;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    port = server.getAddress().getPort();
    page("/page", 200, "a page");
    page("/large", 200, "x".repeat(5_000));
    redirect("/moved", "/page");
    redirect("/to-private", "http://private.example:" + port + "/page");
    redirect("/to-digits", "http://127.0.0.2/page");
    redirect("/to-file", "file:///etc/passwd");
    redirect("/round", "/round");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void reads_a_page_and_follows_a_redirect() {
    resolves(PUBLIC);
    resolves(PUBLIC);
    StepVerifier.create(get("http://site.example:" + port + "/moved"))
        .assertNext(fetched -> {
          assertThat(fetched.status()).isEqualTo(200);
          assertThat(fetched.text(StandardCharsets.UTF_8)).isEqualTo("a page");
          assertThat(fetched.uri().getPath()).isEqualTo("/page");
        })
        .verifyComplete();
  }

  @Test
  void asks_for_the_address_once_and_connects_to_the_one_it_checked() {
    resolves(PUBLIC);
    resolves(PRIVATE);
    StepVerifier.create(get("http://site.example:" + port + "/page"))
        .expectNextCount(1)
        .verifyComplete();
    assertThat(asked).containsExactly("site.example");
    refused("http://site.example:" + port + "/page", "private-address");
  }

  @Test
  void one_private_address_among_several_is_enough_to_refuse() {
    answers.add(List.of(PUBLIC, PRIVATE));
    refused("http://site.example:" + port + "/page", "private-address");
  }

  @Test
  void a_redirect_is_checked_like_the_first_address() {
    resolves(PUBLIC);
    resolves(PRIVATE);
    refused("http://site.example:" + port + "/to-private", "private-address");
    resolves(PUBLIC);
    resolves(PRIVATE);
    refused("http://site.example:" + port + "/to-digits", "private-address");
    resolves(PUBLIC);
    refused("http://site.example:" + port + "/to-file", "bad-address");
  }

  @Test
  void a_redirect_is_the_answer_for_who_does_not_want_it_followed() {
    resolves(PUBLIC);
    StepVerifier.create(
            client(List.of())
                .getWithoutRedirects(
                    URI.create("http://site.example:" + port + "/to-private"), Map.of()))
        .assertNext(fetched -> {
          assertThat(fetched.status()).isEqualTo(302);
          assertThat(fetched.header("location"))
              .contains("http://private.example:" + port + "/page");
        })
        .verifyComplete();
    assertThat(asked).containsExactly("site.example");
  }

  @Test
  void redirects_come_to_an_end() {
    for (var n = 0; n < 5; n++) {
      resolves(PUBLIC);
    }
    refused("http://site.example:" + port + "/round", "too-many-redirects");
  }

  @Test
  void what_is_too_long_is_not_read_to_its_end() {
    resolves(PUBLIC);
    refused("http://site.example:" + port + "/large", "too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://site.example/x",
        "file:///etc/passwd",
        "http://user:word@site.example/",
        "http://site.example:22/",
        "/page"
      })
  void other_schemes_user_names_and_ports_are_refused(String uri) {
    resolves(PUBLIC);
    refused(client(List.of()), uri, "bad-address");
  }

  @Test
  void a_host_nobody_knows_is_said_to_be_unknown() {
    answers.add(List.of());
    refused("http://nowhere.example/", "unknown-host");
  }

  @Test
  void an_intranet_of_ones_own_can_be_allowed_by_name() {
    var uri = URI.create("http://localhost:" + port + "/page");
    var rules = rules(List.of("LOCALHOST:" + port));
    StepVerifier.create(new EgressClient(rules, HostResolver.SYSTEM).get(uri, Map.of()))
        .expectNextCount(1)
        .verifyComplete();
    var others = rules(List.of("other.example"));
    refused(new EgressClient(others, HostResolver.SYSTEM), uri.toString(), "bad-address");
    refused(new EgressClient(others, HostResolver.SYSTEM), "http://localhost/", "private-address");
  }

  @Test
  void a_network_of_ones_own_can_be_allowed() {
    var uri = URI.create("http://inside.example:" + port + "/page");
    resolves(PUBLIC);
    StepVerifier.create(
            new EgressClient(rules(List.of("127.0.0.0/8")), this::lookUp).get(uri, Map.of()))
        .expectNextCount(1)
        .verifyComplete();
    answers.add(List.of(PUBLIC, "10.0.0.1"));
    refused(
        new EgressClient(rules(List.of("127.0.0.0/8")), this::lookUp),
        "http://inside.example/page",
        "private-address");
    assertThatThrownBy(() -> rules(List.of("10.0.0.0/99")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_an_operator_wrote_in_digits_is_meant_and_a_name_is_looked_at() {
    var digits = URI.create("http://127.0.0.1:" + port + "/page");
    StepVerifier.create(
            EgressClient.towards(digits, rules(List.of()), HostResolver.SYSTEM)
                .get(digits, Map.of()))
        .expectNextCount(1)
        .verifyComplete();
    var name = URI.create("http://site.example:" + port + "/page");
    resolves(PUBLIC);
    refused(
        EgressClient.towards(name, rules(List.of()), this::lookUp),
        name.toString(),
        "private-address");
  }

  @Test
  void a_client_for_streams_goes_where_the_rules_let_it_and_stays_there() {
    var web = client(List.of()).webClient();
    resolves(PUBLIC);
    var page = web.get().uri("http://site.example:" + port + "/page").retrieve();
    StepVerifier.create(page.bodyToMono(String.class)).expectNext("a page").verifyComplete();
    resolves(PUBLIC);
    var moved = web.get().uri("http://site.example:" + port + "/to-private").retrieve();
    StepVerifier.create(moved.toBodilessEntity())
        .assertNext(answer -> assertThat(answer.getStatusCode().value()).isEqualTo(302))
        .verifyComplete();
    resolves(PRIVATE);
    var refused = web.get().uri("http://site.example:" + port + "/page").retrieve();
    StepVerifier.create(refused.bodyToMono(String.class))
        .expectErrorSatisfies(
            failure -> assertThat(failure).hasCauseInstanceOf(EgressRefusedException.class))
        .verify(PATIENCE);
  }

  @Test
  void sends_a_body_and_takes_whatever_is_answered() {
    server.createContext(
        "/echo",
        exchange -> {
          var told = exchange.getRequestMethod() + " " + exchange.getRequestHeaders().get("X-Key");
          var body = (told + " " + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(409, body.getBytes(UTF_8).length);
          exchange.getResponseBody().write(body.getBytes(UTF_8));
          exchange.close();
        });
    resolves(PUBLIC);
    var uri = URI.create("http://site.example:" + port + "/echo");
    var outgoing = Outgoing.of("PATCH", uri, Map.of("X-Key", "7"), "ça va");
    StepVerifier.create(client(List.of()).exchange(outgoing))
        .assertNext(fetched -> {
          assertThat(fetched.status()).isEqualTo(409);
          assertThat(fetched.text(UTF_8)).isEqualTo("PATCH [7] ça va");
        })
        .verifyComplete();
  }

  @Test
  void a_redirect_of_an_exchange_is_its_answer() {
    resolves(PUBLIC);
    var uri = URI.create("http://site.example:" + port + "/moved");
    StepVerifier.create(client(List.of()).exchange(Outgoing.of("POST", uri, Map.of(), "")))
        .assertNext(fetched -> assertThat(fetched.status()).isEqualTo(302))
        .verifyComplete();
  }

  private Mono<Fetched> get(String uri) {
    return client(List.of()).get(URI.create(uri), Map.of());
  }

  private void refused(String uri, String code) {
    refused(client(List.of()), uri, code);
  }

  private static void refused(EgressClient client, String uri, String code) {
    StepVerifier.create(client.get(URI.create(uri), Map.of()))
        .expectErrorSatisfies(failure ->
            assertThat(failure)
                .isInstanceOfSatisfying(
                    EgressRefusedException.class,
                    refused -> assertThat(refused.code()).isEqualTo(code)))
        .verify(PATIENCE);
  }

  private EgressClient client(List<String> allowed) {
    var rules = rules(allowed);
    return new EgressClient(
        rules,
        new EgressGuard(
            rules,
            this::lookUp,
            address -> address.getHostAddress().equals(PUBLIC),
            other -> other == port || other == 80));
  }

  private static EgressRules rules(List<String> allowed) {
    return new EgressRules(allowed, 2_000, PATIENCE, 3);
  }

  private List<InetAddress> lookUp(String host) {
    asked.add(host);
    return Objects.requireNonNull(answers.poll()).stream().map(InetAddress::ofLiteral).toList();
  }

  private void resolves(String address) {
    answers.add(List.of(address));
  }

  private void page(String path, int status, String text) {
    server.createContext(
        path,
        exchange -> {
          var body = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private void redirect(String path, String to) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", to);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
  }
}
