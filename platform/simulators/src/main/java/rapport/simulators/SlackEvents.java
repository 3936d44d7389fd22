package rapport.simulators;

import static rapport.simulators.VendorSimulator.JSON;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/** Slack's Events API: what happens is told in an envelope that is signed. */
final class SlackEvents {

  private static final String HMAC = "HmacSHA256";

  private final AtomicInteger numbers = new AtomicInteger();
  private final HookPusher pusher = new HookPusher((_, body) -> signed(body));
  private final Clock clock;

  SlackEvents(Clock clock) {
    this.clock = clock;
  }

  HookPusher pusher() {
    return pusher;
  }

  void tell(ObjectNode event) {
    var body =
        JSON.createObjectNode()
            .put("team_id", SlackWorkspace.TEAM)
            .put("api_app_id", "A1")
            .put("type", "event_callback")
            .put("event_id", "Ev%08d".formatted(numbers.incrementAndGet()))
            .put("event_time", clock.instant().getEpochSecond());
    body.set("event", event);
    pusher.happened(JSON.writeValueAsString(body));
  }

  private Map<String, String> signed(String body) {
    var seconds = Long.toString(clock.instant().getEpochSecond());
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(
          new SecretKeySpec(SlackSimulator.SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), HMAC));
      var tag = mac.doFinal(("v0:" + seconds + ":" + body).getBytes(StandardCharsets.UTF_8));
      return Map.of(
          "X-Slack-Request-Timestamp",
          seconds,
          "X-Slack-Signature",
          "v0=" + HexFormat.of().formatHex(tag));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java knows HmacSHA256", e);
    }
  }
}
