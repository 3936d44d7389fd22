package rapport.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rapport.simulators.HookDesk.Telling;
import rapport.simulators.HookReceiver.Called;

/** Whoever enters an address is told what happens from then on. */
class HookDeskTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofMillis(20);

  private final SlackSimulator slack = new SlackSimulator(Clock.systemUTC(), 100, 0);
  private final SlackWorkspace acme = slack.workspace();
  private final HookReceiver rapport = new HookReceiver();
  private final HookDesk desk =
      new HookDesk(
          0,
          SOON,
          List.of(
              new Telling(
                  "slack",
                  "Slack",
                  "signing secret <shh>",
                  slack.events(),
                  "{\"challenge\":\"abc\"}",
                  "abc",
                  () -> acme.say("C1", Instant.now(), "U2", "Hello"))),
          (_, _) -> {});

  @AfterEach
  void close() {
    desk.close();
    rapport.close();
    slack.close();
  }

  @Test
  void what_happens_is_told_signed_and_some_of_it_twice_but_not_what_happened_before()
      throws Exception {
    acme.say("C1", Instant.now(), "U2", "Yesterday");
    rapport.say("abc");
    assertThat(enter(rapport.url()).statusCode()).isEqualTo(200);
    await().atMost(PATIENCE).until(() -> rapport.calls().size() > new HashSet<>(bodies()).size());
    assertThat(bodies().getFirst()).contains("challenge");
    assertThat(bodies()).noneMatch(body -> body.contains("Yesterday"));
    assertThat(rapport.calls()).allMatch(call -> call.headers().containsKey("x-slack-signature"));
  }

  @Test
  void what_is_not_taken_is_told_again() throws Exception {
    rapport.say("abc");
    enter(rapport.url());
    rapport.answer(503);
    await()
        .atMost(PATIENCE)
        .until(
            () -> // what is taken is told twice at most
            bodies().stream().anyMatch(body -> Collections.frequency(bodies(), body) > 2));
  }

  @Test
  void an_address_that_does_not_answer_as_it_must_is_not_taken() throws Exception {
    var answer = enter(rapport.url());
    assertThat(answer.statusCode()).as("no challenge").isEqualTo(422);
    assertThat(answer.body()).contains("is not taken", "signing secret &lt;shh>");
    rapport.say("abc");
    rapport.answer(404);
    assertThat(enter(rapport.url()).statusCode()).isEqualTo(422);
    assertThat(enter("http://192.0.2.1/hooks/cn-1").body()).contains("it is not on this machine");
    assertThat(enter("nonsense <b>").body()).contains("nonsense &lt;b>");
  }

  private List<String> bodies() {
    return rapport.calls().stream().map(Called::body).toList();
  }

  private HttpResponse<String> enter(String address) throws IOException, InterruptedException {
    var form = "address=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(URI.create(desk.url() + "/slack"))
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
