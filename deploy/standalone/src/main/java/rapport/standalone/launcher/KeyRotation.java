package rapport.standalone.launcher;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has a new key made for the secrets of connected systems, and waits until everything is sealed
 * with it. What older keys sealed stays readable meanwhile.
 */
final class KeyRotation {

  private static final String KEYS = "/api/v1/integrations/keys";
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LOOKS = 3600;
  private static final int REFUSED = 400;
  private static final Service OWNER =
      Service.ALL.stream()
          .filter(service -> service.name().equals("integrations-service"))
          .findFirst()
          .orElseThrow();

  private final Operator operator;
  private final Progress progress;

  KeyRotation(Operator operator, Progress progress) {
    this.operator = operator;
    this.progress = progress;
  }

  /**
   * Says how many keys there are now.
   *
   * @return true when everything is sealed with the new one
   */
  boolean run() throws IOException, InterruptedException {
    var keys = ask("POST", KEYS + "/rotate");
    progress.say("There is a new key, the %d. one.".formatted(keys.path("keys").asInt()));
    for (int look = 0; look < LOOKS; look++) {
      var waiting = ask("GET", KEYS).path("waiting").asLong();
      if (waiting == 0) {
        progress.say("Every secret is sealed with it. Older keys stay, for backups from before.");
        return true;
      }
      Thread.sleep(LOOK);
    }
    progress.say("Not every secret is sealed with it yet; it goes on by itself.");
    return false;
  }

  private JsonNode ask(String method, String path) throws IOException, InterruptedException {
    var answer =
        operator
            .ask(OWNER, method, path)
            .orElseThrow(() -> new UserError(OWNER.name() + " does not answer."));
    if (answer.statusCode() >= REFUSED) {
      throw new UserError(refusal(answer));
    }
    return JsonMapper.shared().readTree(answer.body());
  }

  private static String refusal(HttpResponse<String> answer) {
    return "%s refuses with status %d: %s"
        .formatted(OWNER.name(), answer.statusCode(), answer.body());
  }
}
