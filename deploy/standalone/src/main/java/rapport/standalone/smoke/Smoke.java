package rapport.standalone.smoke;

import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import rapport.standalone.client.Interview;
import rapport.standalone.client.RapportClient;
import tools.jackson.databind.JsonNode;

/** Holds one conversation with a running Rapport and looks at what became of it. */
public final class Smoke {

  private static final int MOST_TURNS = 120;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final RapportClient client;
  private int passed;
  private int failed;

  private Smoke(RapportClient client) {
    this.client = client;
  }

  /**
   * Exits with 1 when something is not as it should be.
   *
   * @param args the gateway's address; who signs in comes from RAPPORT_ADMIN_EMAIL and
   *     RAPPORT_ADMIN_PASSWORD
   */
  public static void main(String[] args) throws InterruptedException {
    var environment = System.getenv();
    var client =
        RapportClient.of(URI.create(args[0]))
            .signedIn(
                environment.getOrDefault("RAPPORT_ADMIN_EMAIL", ""),
                environment.getOrDefault("RAPPORT_ADMIN_PASSWORD", ""));
    var smoke = new Smoke(client);
    smoke.run();
    System.out.printf("%d passed, %d failed%n", smoke.passed, smoke.failed);
    System.exit(smoke.failed == 0 ? 0 : 1);
  }

  private void run() throws InterruptedException {
    check("an administrator is signed in", !client.get("/api/v1/me").path("email").isMissingNode());
    var interview = Interview.start(client, "Acme Robotics");
    try (var feed = client.feed(interview.id(), null)) {
      while (!interview.isOver() && interview.messages() < MOST_TURNS) {
        interview.next();
      }
      System.out.printf("     %d turns, revision %d%n", interview.messages(), interview.rev());
      check("the interview comes to its end", interview.isOver());
      checkSoon("the feed brings every change", () -> feed.rev() == interview.rev());
      check("the feed begins with the whole", feed.events().getFirst().name().equals("snapshot"));
    }
    var conversation = client.conversation(interview.id());
    check("the conversation is completed", text(conversation, "status").equals("completed"));
    checkProfile(interview, conversation);
    checkEdit(interview);
  }

  private void checkProfile(Interview interview, JsonNode conversation) {
    var profile = client.profile(interview.id(), interview.rev()).path("customer_profile");
    var values = conversation.path("values");
    check("the profile is completed", text(profile, "status").equals("completed"));
    check(
        "the profile holds what was said",
        !values.path("demographics").isEmpty()
            && values.path("demographics").properties().stream()
                .allMatch(value ->
                    profile.path("demographics").path(value.getKey()).equals(value.getValue())));
  }

  private void checkEdit(Interview interview) {
    var edited =
        client.edit(interview.id(), "smoke", "demographics.education", "PhD", interview.rev());
    var profile = client.profile(interview.id(), edited.path("rev").asLong());
    check(
        "an edit in the panel reaches the profile",
        text(profile.path("customer_profile").path("demographics"), "education").equals("PhD"));
  }

  private void checkSoon(String what, BooleanSupplier holds) throws InterruptedException {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean() && System.nanoTime() < until) {
      Thread.sleep(Duration.ofMillis(20));
    }
    check(what, holds.getAsBoolean());
  }

  private void check(String what, boolean holds) {
    System.out.println((holds ? "ok   " : "FAIL ") + what);
    if (holds) {
      passed++;
    } else {
      failed++;
    }
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
