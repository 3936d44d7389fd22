package rapport.standalone.launcher;

import java.io.IOException;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has a service fold the views of a projection anew from what their owner has stored. */
final class Rebuilding {

  private static final int OK = 200;
  private static final String PATH = "/internal/projections";

  private final Operator operator;
  private final Progress progress;

  Rebuilding(Operator operator, Progress progress) {
    this.operator = operator;
    this.progress = progress;
  }

  /**
   * Says which projections there are.
   *
   * @return true when all services answered
   */
  boolean list() throws IOException, InterruptedException {
    var all = true;
    for (var service : Service.ALL) {
      if (service.isGateway()) {
        continue;
      }
      var answer = operator.ask(service, "GET", PATH);
      if (answer.isEmpty() || answer.get().statusCode() != OK) {
        progress.say(service.name() + " does not answer");
        all = false;
        continue;
      }
      for (var projection : read(answer.get())) {
        progress.say(
            "%-26s of %s, from %s%s"
                .formatted(
                    projection.path("name").asString(),
                    service.name(),
                    projection.path("topic").asString(),
                    projection.path("rebuildable").asBoolean()
                        ? ""
                        : " (cannot: what it makes has effects, or holds what was thought then)"));
      }
    }
    return all;
  }

  /**
   * Folds a projection anew and says what became of its views.
   *
   * @return true when every view is as it should be
   * @throws UserError when there is no such projection
   */
  boolean run(String name) throws IOException, InterruptedException {
    for (var service : Service.ALL) {
      var answer = operator.ask(service, "GET", PATH);
      if (answer.isPresent() && answer.get().statusCode() == OK && has(answer.get(), name)) {
        return run(service, name);
      }
    }
    throw new UserError(
        "There is no projection %s, or its service does not answer. The list: deploy/rapport rebuild"
            .formatted(name));
  }

  private static boolean has(HttpResponse<String> answer, String name) {
    return read(answer)
        .valueStream()
        .anyMatch(projection -> projection.path("name").asString().equals(name));
  }

  private boolean run(Service service, String name) throws IOException, InterruptedException {
    var answer = operator.ask(service, "POST", PATH + "/" + name + "/rebuild");
    if (answer.isEmpty() || answer.get().statusCode() != OK) {
      progress.say(
          answer
              .map(it -> "%s: status %d: %s".formatted(name, it.statusCode(), it.body()))
              .orElse(service.name() + " does not answer"));
      return false;
    }
    var rebuilt = read(answer.get());
    progress.say(
        "%s: %d streams, %d views as they should be, %d completed, %d put right"
            .formatted(
                name,
                rebuilt.path("streams").asLong(),
                rebuilt.path("same").asLong(),
                rebuilt.path("completed").asLong(),
                rebuilt.path("rewritten").asLong()));
    var ahead = rebuilt.path("ahead").asLong();
    var failed = rebuilt.path("failed").asLong();
    if (ahead > 0) {
      progress.say(
          ahead + " left as they are: their owner does not have all their events (any more)");
    }
    if (failed > 0) {
      progress.say(failed + " left as they are: an event of theirs cannot be folded");
    }
    return ahead + failed == 0;
  }

  private static JsonNode read(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
