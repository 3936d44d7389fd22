package rapport.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import rapport.gateway.RunningGateway;

/**
 * Everything at once that is meant to keep a gateway busy, and somebody signed in who goes on
 * working. By default it only shows that each attack is shed; with {@code
 * -Drapport.flood.seconds=30} it goes on for so long and looks at how long honest requests take.
 */
class FloodTest {
  private static final int SECONDS = Integer.getInteger("rapport.flood.seconds", 0);
  private static final int CONNECTIONS = SECONDS == 0 ? 4 : 50;
  private static final int LEAST_SHED = 8;
  private static final long PACE_NANOS = 20_000_000;
  private static final int WARM_UP = SECONDS == 0 ? 0 : 500;

  /** Below this nobody notices, and a quiet machine's p99 is all chance. */
  private static final Duration UNNOTICED = Duration.ofMillis(20);

  private static final String SIGN_IN =
      "POST /api/v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
  private static final String GUESS = "{\"email\":\"admin@example.com\",\"password\":\"guessed\"}";

  private final List<Attack> attacks =
      List.of(
          new Attack("dripping heads", Attack.dripping("GET / HTTP/1.1\r\nX-Long: ")),
          new Attack("dripping bodies", Attack.dripping(SIGN_IN + "Content-Length: 9999\r\n\r\n{")),
          new Attack(
              "announced large bodies",
              Attack.sending(SIGN_IN + "Content-Length: 100000000\r\n\r\n", "{")),
          new Attack(
              "endless bodies",
              Attack.sending(
                  SIGN_IN + "Transfer-Encoding: chunked\r\n\r\n",
                  ("4000\r\n" + " ".repeat(0x4000) + "\r\n").repeat(40))),
          new Attack("deep JSON", body("{\"email\":" + "[".repeat(200_000))),
          new Attack("guessed passwords", body(GUESS)),
          new Attack(
              "requests without end",
              Attack.sending("GET /api/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n", "")));

  @Test
  void what_floods_is_shed_and_others_are_served() throws Exception {
    var settings =
        Map.<String, Object>of(
            "rapport.gateway.limit.head-deadline", "2s",
            "rapport.gateway.limit.body-deadline", "2s",
            "rapport.gateway.account.link", "1h");
    try (var gateway = RunningGateway.start(settings);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var honest = HttpClient.newHttpClient()) {
      String token = gateway.signIn(RunningGateway.ADMIN, RunningGateway.PASSWORD);
      HttpRequest request = request(gateway.port(), token);
      for (int n = 0; n < WARM_UP; n++) {
        took(honest, request);
      }
      long[] calm = work(honest, request, () -> false);
      var over = new AtomicBoolean();
      attacks.forEach(attack -> attack.begin(CONNECTIONS, gateway.port(), over, threads));
      long[] flooded = work(honest, request, this::someGoOn);
      over.set(true);
      assertThat(attacks)
          .allSatisfy(attack ->
              assertThat(attack.shed()).as(attack.toString()).isGreaterThanOrEqualTo(LEAST_SHED));
      tell(calm, flooded);
      if (SECONDS > 0) {
        assertThat(percentile(flooded, 99))
            .isLessThanOrEqualTo(Math.max(2 * percentile(calm, 99), UNNOTICED.toNanos()));
      }
    }
  }

  private boolean someGoOn() {
    return attacks.stream().anyMatch(attack -> attack.shed() < LEAST_SHED);
  }

  /** How long honest requests took, sorted. */
  private static long[] work(HttpClient client, HttpRequest request, BooleanSupplier more)
      throws IOException, InterruptedException {
    var times = new ArrayList<Long>();
    long begun = System.nanoTime();
    long enough = begun + Duration.ofSeconds(SECONDS).toNanos();
    long tooLong = begun + Duration.ofSeconds(SECONDS).plus(PATIENCE).toNanos();
    while (System.nanoTime() < enough || (more.getAsBoolean() && System.nanoTime() < tooLong)) {
      times.add(took(client, request));
      LockSupport.parkNanos(PACE_NANOS);
    }
    return times.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  private static long took(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    var answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return System.nanoTime() - begun;
  }

  private static HttpRequest request(int port, String token) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port + "/api/v1/conversations/c1/messages"))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"hello\"}"))
        .build();
  }

  private static Attack.Blow body(String body) {
    return Attack.sending(SIGN_IN + "Content-Length: " + body.length() + "\r\n\r\n", body);
  }

  private static long percentile(long[] sorted, int percent) {
    return sorted.length == 0
        ? 0
        : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  private void tell(long[] calm, long[] flooded) {
    if (SECONDS > 0) {
      System.out.printf(
          "honest requests: calm %d, p50 %.1f ms, p99 %.1f ms; flooded %d, p50 %.1f ms, p99 %.1f"
              + " ms%n",
          calm.length,
          percentile(calm, 50) / 1e6,
          percentile(calm, 99) / 1e6,
          flooded.length,
          percentile(flooded, 50) / 1e6,
          percentile(flooded, 99) / 1e6);
      attacks.forEach(System.out::println);
    }
  }
}
