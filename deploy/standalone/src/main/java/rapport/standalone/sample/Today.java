package rapport.standalone.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** What takes place on the day the sample is loaded: news, alerts that are dealt with, tasks. */
final class Today {

  private static final String AUTOMATIONS =
      """
      customer_workflows:
        health_degradation:
          title: "Health has gone down"
          description: "Somebody looks after a customer whose health falls below good."
          trigger: "health_score < 60"
          cooldown: 7d
          actions:
            - notify_account_manager
            - create_intervention_plan
            - schedule_check_in_call
        new_lead:
          title: "New lead"
          description: "A lead is judged by how well it fits."
          trigger: lead_created
          actions:
            - score_icp_fit
      """;

  private final Api api;
  private final List<Company> companies;

  Today(Api api, List<Company> companies) {
    this.api = api;
    this.companies = companies;
  }

  /** Adds automations and switches them on. */
  void automate() {
    api.create(() -> api.client().post("/api/v1/automations", Told.map("yaml", AUTOMATIONS)));
    for (var name : List.of("health_degradation", "new_lead")) {
      var known = api.get("/api/v1/automations/" + name);
      if (!known.path("enabled").asBoolean()) {
        api.post(
            "/api/v1/automations/" + name + "/enable", Told.map("rev", known.path("rev").asLong()));
      }
    }
  }

  /** Bad news of a few customers that did well, so that there are alerts of today. */
  void news() {
    companies.stream()
        .filter(it -> it.story() == Story.STEADY || it.story() == Story.THRIVING)
        .limit(Math.max(1, companies.size() / 20))
        .forEach(this::badNews);
  }

  private void badNews(Company company) {
    var goals =
        IntStream.rangeClosed(1, 5)
            .mapToObj(i ->
                Told.map(
                    "goal", company.id() + "-missed" + i,
                    "name", "Milestone " + i + " of the second site",
                    "dueOn", company.today().minusDays(1)))
            .toList();
    var answer =
        Told.map(
            "answer",
            company.id() + "-today",
            "at",
            Told.at(company.today(), 0, 5),
            "score",
            3,
            "contact",
            company.id() + "-p2");
    var path = "/api/v1/accounts/" + company.id();
    api.post(path + "/outcomes", Told.map("goals", goals, "nps", List.of(answer)));
    var ticket =
        Told.map(
            "ticket",
            company.id() + "-today",
            "priority",
            "p1",
            "openedAt",
            Told.at(company.today().minusDays(2), 6, 50),
            "slaHours",
            4,
            "subject",
            "Nobody can sign in since this morning");
    api.post(path + "/tickets", Told.map("tickets", List.of(ticket)));
    api.post("/api/v1/contacts/" + company.id() + "-p1/leave", Map.of());
  }

  /** Colleagues have begun to deal with some of the alerts. */
  void dealWithAlerts() {
    var open = api.get("/api/v1/alerts?status=open&limit=200").path("items");
    var me = api.get("/api/v1/me").path("id").asString();
    for (int i = 0; i < open.size(); i++) {
      var path = "/api/v1/alerts/" + open.get(i).path("id").asString();
      switch (i % 7) {
        case 0 -> api.create(() -> api.client().post(path + "/acknowledge", Map.of()));
        case 2 -> api.create(() -> api.client().post(path + "/assign", Told.map("to", me)));
        case 4 -> {
          var until = Instant.now().plus(Duration.ofDays(3));
          api.create(() -> api.client().post(path + "/snooze", Told.map("until", until)));
        }
        default -> {
          // nobody has seen it yet
        }
      }
    }
  }

  /** Tasks that people gave each other. */
  void tasks() {
    var there = api.get("/api/v1/tasks?state=all&limit=200").path("items");
    var titles =
        List.of(
            "Prepare the quarterly review",
            "Send the summary of our call",
            "Find out who decides about the renewal",
            "Ask for a reference",
            "Plan the training for the second team");
    for (int i = 0; i < Math.min(titles.size(), companies.size()); i++) {
      var company = companies.get(i);
      var title = titles.get(i) + ": " + company.name();
      if (!there.toString().contains(title)) {
        task(title, company, i);
      }
    }
  }

  private void task(String title, Company company, int number) {
    var body =
        Told.map(
            "title",
            title,
            "text",
            "Written by the sample.",
            "checklist",
            List.of("Look at the timeline", "Talk to the person in charge", "Do it"),
            "subject",
            Told.map("type", "account", "id", company.id()),
            "role",
            "success",
            "priority",
            number == 2 ? "high" : "normal",
            "due",
            Told.at(company.today().plusDays(number - 1L), 16, 0));
    var task = api.post("/api/v1/tasks", body);
    if (number == 1) {
      api.post(
          "/api/v1/tasks/" + task.path("id").asString() + "/complete",
          Told.map("rev", task.path("rev").asLong()));
    }
  }

  /** Lists that people look at often. */
  void views() {
    var views =
        Map.of(
            "At risk", "band=at-risk&band=critical&sort=-arr",
            "Renewals", "sort=renewal-on",
            "Enterprise", "segment=enterprise&sort=score");
    views.forEach((name, query) ->
        api.put(
            "/api/v1/health-scores/views/" + name.replace(" ", "%20"), Told.map("query", query)));
  }

  /** How customers did on past days, and on each of the last ones. */
  void history(LocalDate from, LocalDate to, int every, int daily) {
    var cursor = "";
    do {
      var body =
          Told.map(
              "from",
              from,
              "to",
              to,
              "every",
              every,
              "daily",
              daily,
              "cursor",
              cursor.isEmpty() ? null : cursor);
      JsonNode made = api.post("/api/v1/health-scores/history", body);
      cursor = made.path("next").asString("");
    } while (!cursor.isEmpty());
  }
}
