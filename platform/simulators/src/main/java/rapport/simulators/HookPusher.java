package rapport.simulators;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;

/** What a simulated system tells of its own accord: signed, some of it twice, and not in order. */
public final class HookPusher {

  private static final int TWICE = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ConcurrentLinkedQueue<String> happened = new ConcurrentLinkedQueue<>();
  private final BiFunction<URI, String, Map<String, String>> sign;

  /**
   * @param sign the headers for a body to an address, as of now
   */
  HookPusher(BiFunction<URI, String, Map<String, String>> sign) {
    this.sign = sign;
  }

  void happened(String body) {
    happened.add(body);
  }

  /** What happened since this was asked last, in its order. */
  public List<String> waiting() {
    var all = new ArrayList<String>();
    for (var next = happened.poll(); next != null; next = happened.poll()) {
      all.add(next);
    }
    return List.copyOf(all);
  }

  /** The same in another order, a third of it twice. */
  public List<String> muddled(Random random) {
    var all = new ArrayList<>(waiting());
    for (var body : List.copyOf(all)) {
      if (random.nextInt(TWICE) == 0) {
        all.add(body);
      }
    }
    Collections.shuffle(all, random);
    return List.copyOf(all);
  }

  /** The headers a body goes to an address with now. */
  public Map<String, String> headers(URI address, String body) {
    return sign.apply(address, body);
  }

  /**
   * Calls somebody's hook.
   *
   * @param more headers that somebody in between adds
   * @return the status it answers
   */
  public int post(URI address, String body, Map<String, String> more)
      throws IOException, InterruptedException {
    return send(address, body, more).statusCode();
  }

  /** The same, with everything it answers. */
  HttpResponse<String> send(URI address, String body, Map<String, String> more)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers(address, body).forEach(request::header);
    more.forEach(request::header);
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
