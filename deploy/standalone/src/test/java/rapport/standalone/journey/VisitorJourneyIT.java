package rapport.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** From a visitor of a website to a lead that sales can call. */
@ExtendWith(RunningRapport.Provider.class)
class VisitorJourneyIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<String> MORE =
      List.of(
          "How would we begin?", "We would like to start next month.", "Who helps us set it up?");

  /** How many times slower than promised a busy machine may be. */
  private static final int SLACK = Integer.getInteger("rapport.slack", 10);

  private static final Duration PROFILE = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofMillis(300);

  private final RunningRapport rapport;

  VisitorJourneyIT(RunningRapport rapport) {
    this.rapport = rapport;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hello, we want to automate how we answer our customers | There are ten of us and we build our SaaS product with React and TypeScript | About 120 tickets come in a day. Is there an API, and what would it cost? | ines@parcelpilot.example | 10 | React
          Hi, we are a web agency and look for a chat we can offer our clients | We're a team of 25 and mostly build WordPress and Shopify sites for clients | Around 3000 chats a month. What do you charge resellers? We go live next month | lena@kontorwerk.example | 25 | WordPress
          """)
  void a_visitor_becomes_a_lead(
      String need, String setting, String intent, String address, String size, String tool) {
    var visit = Visit.begin(rapport);
    visit.sayAndBeRead(need);
    visit.sayAndBeRead(setting);
    assertThat(visit.events("persona-assessed")).as("a persona within two turns").isNotEmpty();

    var asking = visit.sayAndBeRead(intent);
    assertThat(reply(asking).path("persona").asString()).isNotEmpty();
    assertThat(reply(asking).path("nextSteps")).isNotEmpty();
    for (var at = 0; asked(visit).isEmpty() && at < MORE.size(); at++) {
      visit.sayAndBeRead(MORE.get(at));
    }
    var welcome = visit.say(address);

    assertThat(asked(visit)).as("the address is asked for once").hasSize(1);
    assertThat(visit.events("intent-assessed"))
        .as("and after intent")
        .anyMatch(event -> event.path("score").asDouble() >= .6);
    assertThat(welcome.path("mode").asString()).isEqualTo("sales");
    assertThat(welcome.path("replies").toString()).as("grounded in what is known").contains(tool);
    assertThat(reply(welcome).path("buttons")).isNotEmpty();

    var given = System.nanoTime();
    var profile = person(address).path("profile");
    var took = since(given);
    System.out.println("a profile was there " + took + " after the address");
    assertThat(took).as("the profile, after the address").isLessThan(PROFILE.multipliedBy(SLACK));
    assertThat(profile.propertyNames())
        .contains("identity", "company", "behavior", "requirements", "intelligence", "engagement");
    assertThat(profile.path("company").toString()).as("said before the address").contains(tool);

    var lead =
        lead(
            address,
            it ->
                it.path("facts").toString().contains(tool)
                    && it.path("signals").toString().contains("pricing"));
    assertThat(lead.path("conversations").toString()).contains(visit.id());
    assertThat(lead.path("persona").path("id").asString()).isNotEmpty();
    assertThat(lead.path("facts").toString()).contains("\"" + size);
    assertThat(lead.path("signals").toString()).doesNotContain("security");
    var rev = lead.path("rev").asLong();

    visit.say("This looks good! Which security features are there, and is it GDPR compliant?");

    var later = lead(address, it -> it.path("signals").toString().contains("security"));
    assertThat(later.path("rev").asLong()).isGreaterThan(rev);
    assertThat(later.path("facts").toString()).contains("requirements.security");
  }

  @Test
  void the_chat_goes_on_without_lead_intelligence_and_the_lead_is_there_later() throws Exception {
    var visit = Visit.begin(rapport);
    visit.sayAndBeRead("Hello, we want to automate how we answer our customers");
    var service = "lead-intelligence-service";
    rapport.signal("-STOP", service);
    try {
      visit.say("There are eight of us, and we use Vue");
      visit.say("What would it cost for 60 tickets a day?");
      visit.say("You can write to olga@fernlicht.example");
      visit.say("And is there single sign-on?");
    } finally {
      rapport.signal("-CONT", service);
    }
    System.out.println("answers without lead-intelligence-service took " + visit.waits());
    assertThat(visit.waits().subList(1, visit.waits().size()))
        .as("answers without lead-intelligence-service")
        .allMatch(wait -> wait.compareTo(ANSWER.multipliedBy(SLACK)) < 0);

    var lead =
        lead("olga@fernlicht.example", it -> it.path("signals").toString().contains("security"));

    assertThat(lead.path("signals").toString()).contains("pricing");
    assertThat(lead.path("facts").toString()).contains("Vue");
  }

  @Test
  void who_is_known_gives_the_address_on_another_device_and_hears_nothing_of_what_was_said_there() {
    var address = "jana@moorland.example";
    var laptop = Visit.begin(rapport);
    laptop.sayAndBeRead("Hi, I'm Jana Weiss and we want to automate our support");
    laptop.sayAndBeRead("There are 14 of us, and we use Angular");
    laptop.say("You can write to " + address);
    var known = lead(address, it -> it.path("facts").toString().contains("Angular"));

    var phone = Visit.begin(rapport);
    phone.sayAndBeRead("Hello, we get 90 tickets a day and run on Django");
    var welcome = phone.say("My address is " + address);
    var later = phone.say("What do you know about me?");

    var heard = welcome.path("replies").toString() + later.path("replies");
    assertThat(heard).contains("Django").doesNotContain("Angular", "Jana", "Weiss");
    assertThat(asked(phone)).as("what was given is not asked for").isEmpty();
    var joined = lead(address, it -> it.path("conversations").size() == 2);
    assertThat(joined.path("id")).isEqualTo(known.path("id"));
    assertThat(joined.path("conversations").toString()).contains(laptop.id(), phone.id());
    var person =
        await()
            .atMost(PATIENCE)
            .until(() -> person(address), it -> it.path("conversations").size() == 2);
    assertThat(person.path("conversations").toString()).contains(laptop.id(), phone.id());
    assertThat(person.path("profile").path("company").toString()).contains("Angular", "Django");
  }

  private JsonNode lead(String address, Predicate<JsonNode> reached) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> found(address), it -> !it.isMissingNode() && reached.test(it));
  }

  private JsonNode person(String address) {
    var items =
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(50))
            .until(
                () -> rapport.client().get("/api/v1/people?q=" + address).path("items"),
                found -> !found.isEmpty());
    return rapport.client().get("/api/v1/people/" + items.path(0).path("id").asString());
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private JsonNode found(String address) {
    for (var lead : rapport.client().get("/api/v1/leads?limit=200").path("items")) {
      if (lead.path("email").asString().equals(address)) {
        return rapport.client().get("/api/v1/leads/" + lead.path("id").asString());
      }
    }
    return rapport.client().get("/api/v1/leads?limit=1").path("none");
  }

  private static List<JsonNode> asked(Visit visit) {
    return visit.events("question-asked").stream()
        .filter(event -> event.path("paths").toString().contains("\"email\""))
        .toList();
  }

  private static JsonNode reply(JsonNode answer) {
    var replies = answer.path("replies");
    return replies.path(replies.size() - 1);
  }
}
