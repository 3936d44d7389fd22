package rapport.standalone.launcher;

import java.io.IOException;
import java.net.http.HttpResponse;
import tools.jackson.databind.json.JsonMapper;

/** Has every service compare what it stores with its topics, and publish again what is missing. */
final class Reconciliation {

  private static final int OK = 200;

  private final Operator operator;
  private final Progress progress;

  Reconciliation(Operator operator, Progress progress) {
    this.operator = operator;
    this.progress = progress;
  }

  /**
   * Says what became of it, service by service.
   *
   * @param days how far back
   * @return true when all of them did it
   */
  boolean run(int days) throws IOException, InterruptedException {
    var all = true;
    for (var service : Service.ALL) {
      if (!service.isGateway()) {
        all &= run(service, days);
      }
    }
    return all;
  }

  private boolean run(Service service, int days) throws IOException, InterruptedException {
    var answer = operator.ask(service, "POST", "/internal/reconcile?days=" + days);
    progress.say(
        "%-26s %s"
            .formatted(service.name(), answer.map(Reconciliation::said).orElse("does not answer")));
    return answer.filter(it -> it.statusCode() == OK).isPresent();
  }

  private static String said(HttpResponse<String> answer) {
    if (answer.statusCode() != OK) {
      return "failed with status " + answer.statusCode() + ": " + answer.body();
    }
    var outcome = JsonMapper.shared().readTree(answer.body());
    return "%d compared, %d published again"
        .formatted(outcome.path("compared").asLong(), outcome.path("republished").asLong());
  }
}
