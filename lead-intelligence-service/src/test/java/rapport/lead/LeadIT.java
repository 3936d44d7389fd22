package rapport.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import rapport.contracts.ConsentPurpose;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Arrival;
import rapport.contracts.ConversationEvent.EmailCaptured;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.FieldReset;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadChange.LeadEnriched;
import rapport.contracts.LeadChange.LeadOpened;
import rapport.contracts.LeadChange.LeadScored;
import rapport.contracts.LeadState;
import rapport.contracts.Origin;
import rapport.contracts.Received;
import rapport.lead.site.Site;
import rapport.lead.site.Site.Stage;
import rapport.lead.site.SiteScope;
import rapport.lead.site.Technology;
import rapport.lead.store.LeadQuery;
import rapport.lead.store.LeadSettings;
import rapport.lead.store.Leads;
import rapport.lead.store.Sites;
import rapport.lead.store.Visitors;
import rapport.lead.visitor.Visitor;
import rapport.runtime.consent.Withheld;
import rapport.runtime.consent.WithheldConsents;
import rapport.runtime.identity.Role;
import rapport.runtime.projection.Versioned;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.Patience;
import rapport.testkit.PublishedTopic;
import tools.jackson.databind.JsonNode;

class LeadIT extends RunningService {

  private static final SessionStarted STARTED =
      new SessionStarted(
          "lead-to-sales",
          1,
          "en",
          "v_1",
          new Arrival("shop", "https://shop.example/pricing", null, null, Map.of()));
  private static final List<ConversationEvent> TALK =
      List.of(
          STARTED,
          new MessageReceived("m1", "Hi, we need to tame our support inbox. There are 14 of us"),
          new FieldCaptured(
              "team_size",
              FieldValue.Num.of(14),
              new Provenance(Origin.CHAT, "v_1", "There are 14 of us", .9)),
          new MessageReceived("m2", "What would it cost? We want to move away from Deskly"),
          new MessageReceived("m3", "write to Mira@Brightloom.example"),
          new EmailCaptured("email", "Mira@brightloom.example", null));

  @Autowired Sites sites;
  @Autowired Leads leads;
  @Autowired Visitors visitors;
  @Autowired LeadSettings settings;
  @Autowired WithheldConsents consents;

  private final Instant begin = Instant.now().minus(Duration.ofHours(1));

  @Test
  void who_gives_an_address_becomes_a_lead_with_everything_said_before() throws Exception {
    topic.publish(workspace, "c1", begin, TALK);

    var lead = detail(onlyLead());

    assertThat(lead.path("email").asString()).isEqualTo("mira@brightloom.example");
    assertThat(lead.path("site").asString()).isEqualTo("shop");
    assertThat(lead.path("conversations").toString()).isEqualTo("[\"c1\"]");
    assertThat(lead.path("facts").toString()).contains("company.size", "There are 14 of us");
    assertThat(lead.path("signals").toString()).contains("pricing");
    assertThat(lead.path("competitors").path(0).path("name").asString()).isEqualTo("Deskly");
    assertThat(lead.path("competitors").path(0).path("stance").asString()).isEqualTo("leaving");
    assertThat(lead.path("missing").toString()).contains("authority", "budget");
    assertThat(lead.path("recommendations").toString()).contains("authority");
    assertThat(lead.path("history").path(0).path("type").asString()).isEqualTo("lead-opened");
    var score = lead.path("score");
    var sum = score.path("base").asDouble();
    for (var part : score.path("parts")) {
      sum += part.path("points").asDouble();
    }
    assertThat(sum).isCloseTo(score.path("points").asDouble(), within(1e-9));
    assertThat(score.path("points").asDouble()).isGreaterThan(20);
  }

  @Test
  void what_is_said_later_changes_the_lead_and_is_told() throws Exception {
    topic.publish(workspace, "c1", begin, TALK);
    var id = onlyLead();
    var more = new ArrayList<>(TALK);
    more.add(new MessageReceived("m4", "Do you support single sign-on and SOC 2?"));
    topic.publish(workspace, "c1", begin, more);

    var lead = until(id, it -> it.path("signals").toString().contains("security"));

    assertThat(lead.path("history").toString()).contains("lead-enriched", "signals.security");
    try (var events = topic(EventCatalog.LEAD.topic());
        var states = topic(LeadState.CATALOG.topic())) {
      await().atMost(Patience.PATIENCE).until(() -> states.under(workspace + "/" + id).size() >= 2);
      var told =
          events.under(workspace + "/" + id).stream()
              .map(new EventCodec<>(EventCatalog.LEAD)::decode)
              .map(LeadIT::known)
              .toList();
      assertThat(told).extracting(Envelope::rev).startsWith(1L, 2L, 3L);
      assertThat(told).extracting(Envelope::event).hasAtLeastOneElementOfType(LeadOpened.class);
      assertThat(told).extracting(Envelope::event).hasAtLeastOneElementOfType(LeadScored.class);
      assertThat(told).extracting(Envelope::event).hasAtLeastOneElementOfType(LeadEnriched.class);
      var state =
          known(
              new EventCodec<>(LeadState.CATALOG)
                  .decode(states.under(workspace + "/" + id).getLast()));
      assertThat(state.rev()).isEqualTo(told.getLast().rev());
      assertThat(state.event().email()).isEqualTo("mira@brightloom.example");
    }
  }

  @Test
  void readers_that_missed_some_events_may_ask_for_them() throws Exception {
    topic.publish(workspace, "c1", begin, TALK);
    var id = onlyLead();
    var service = "/internal/workspaces/" + workspace + "/streams/";
    var ofLead = Json.read(asService().get().uri(service + id + "/events?from=1&to=2").exchange());
    assertThat(ofLead).hasSize(2);
    assertThat(ofLead.path(0).path("headers").path("ce_type").asString())
        .isEqualTo("rapport.lead.lead-opened.v1");
    var ofVisitor = Json.read(asService().get().uri(service + "c1/events?from=2&to=3").exchange());
    assertThat(ofVisitor).hasSize(2);
    assertThat(ofVisitor.path(0).path("headers").path("ce_rev").asString()).isEqualTo("2");
    as(Role.ADMIN)
        .get()
        .uri(service + id + "/events?from=1&to=2")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void who_objects_to_being_profiled_is_not_read_and_not_scored_any_more() throws Exception {
    topic.publish(workspace, "c1", begin, TALK);
    var id = onlyLead();
    var before = detail(id);
    var objects = new Withheld(List.of("c1"), List.of(ConsentPurpose.PROFILING.wire()));
    assertThat(consents.save(workspace, "mira", objects, 0, 1, List.of()).block()).isTrue();
    var told = told("c1");
    var more = new ArrayList<>(TALK);
    more.add(new MessageReceived("m4", "Do you support single sign-on and SOC 2?"));
    topic.publish(workspace, "c1", begin, more);
    await().atMost(Patience.PATIENCE).until(() -> visitor("c1").rev() == more.size());
    assertThat(told("c1")).isEqualTo(told);
    assertThat(visitor("c1").view().readings().all()).extracting("messageId").doesNotContain("m4");

    topic.publish(workspace, "c2", begin.plusSeconds(900), TALK);
    await().atMost(Patience.PATIENCE).until(() -> told("c2") == 3);
    var other = new ArrayList<>(TALK.subList(0, 5));
    other.add(new EmailCaptured("email", "other@brightloom.example", null));
    topic.publish(workspace, "c3", begin.plusSeconds(1800), other);
    await().atMost(Patience.PATIENCE).until(() -> leads("").size() == 2);
    var after = detail(id);
    assertThat(after.path("conversations")).hasSize(1);
    assertThat(after.path("rev")).isEqualTo(before.path("rev"));
    assertThat(after.path("score")).isEqualTo(before.path("score"));
  }

  private Versioned<Visitor> visitor(String conversation) {
    return Objects.requireNonNull(visitors.find(workspace, conversation).block());
  }

  private long told(String conversation) {
    return visitor(conversation).view().assessments().told();
  }

  @Test
  void of_one_person_and_site_there_is_one_open_lead() throws Exception {
    topic.publish(workspace, "c1", begin, TALK);
    var id = onlyLead();
    topic.publish(workspace, "c2", begin.plusSeconds(900), TALK);

    var lead = until(id, it -> it.path("conversations").size() == 2);

    assertThat(lead.path("score").path("parts").toString()).contains("\"visits\",\"bin\":\"more\"");
    close(id, "won", 200);
    topic.publish(workspace, "c3", begin.plusSeconds(1800), TALK);
    await().atMost(Patience.PATIENCE).until(() -> leads("open=true").size() == 1);
    assertThat(leads("open=true").path(0).path("id").asString()).isNotEqualTo(id);
    assertThat(leads("status=won").path(0).path("id").asString()).isEqualTo(id);
  }

  @Test
  void an_address_that_is_taken_back_leaves_no_open_lead() throws Exception {
    topic.publish(workspace, "c1", begin, TALK);
    var id = onlyLead();
    var more = new ArrayList<>(TALK);
    more.add(new FieldReset("email", null, null));
    topic.publish(workspace, "c1", begin, more);

    var lead = until(id, it -> it.path("status").asString().equals("withdrawn"));

    assertThat(lead.path("open").asBoolean()).isFalse();
    assertThat(lead.path("facts")).isEmpty();
    close(id, "won", 409);
    var rev = lead.path("rev").asLong();
    patch(Role.SALES, id, "{\"rev\":" + rev + ",\"status\":\"working\"}", 409);
  }

  @Test
  void a_lead_is_not_opened_again_beside_another_one_of_the_same_person() throws Exception {
    topic.publish(workspace, "c1", begin, TALK);
    var id = onlyLead();
    close(id, "lost", 200);
    topic.publish(workspace, "c2", begin.plusSeconds(900), TALK);
    await().atMost(Patience.PATIENCE).until(() -> leads("open=true").size() == 1);
    var rev = detail(id).path("rev").asLong();

    var refused = patch(Role.SALES, id, "{\"rev\":" + rev + ",\"status\":\"working\"}", 409);

    assertThat(refused.path("code").asString()).isEqualTo("open-already");
  }

  @Test
  void sales_take_a_lead_and_say_what_became_of_it() throws Exception {
    topic.publish(workspace, "c1", begin, TALK);
    var id = onlyLead();
    var rev = detail(id).path("rev").asLong();
    patch(Role.VIEWER, id, "{\"rev\":" + rev + ",\"owner\":\"user-1\"}", 403);
    patch(Role.SALES, id, "{\"rev\":" + (rev + 7) + ",\"owner\":\"user-1\"}", 409);
    patch(Role.SALES, id, "{\"rev\":" + rev + ",\"owner\":\"user-1\",\"status\":\"working\"}", 200);
    assertThat(leads("owner=user-1&status=working")).hasSize(1);
    patch(Role.SALES, id, "{\"rev\":" + (rev + 2) + ",\"status\":\"won\"}", 422);
    close(id, "perhaps", 422);
    close(id, "lost", 200);
    var lead = detail(id);
    assertThat(lead.path("closing").path("outcome").asString()).isEqualTo("lost");
    assertThat(lead.path("history").toString())
        .contains("lead-assigned", "lead-status-changed", "lead-lost");
  }

  @Test
  void the_ideal_customer_of_a_workspace_moves_its_scores() throws Exception {
    topic.publish(workspace, "c1", begin, TALK);
    var id = onlyLead();
    var before = detail(id).path("points").asDouble();
    put("/api/v1/leads/icp", "criteria: [{ field: company.size, between: [10, 20] }]", 200);

    var lead = until(id, it -> it.path("icpMatch").asDouble() == 1);

    assertThat(lead.path("points").asDouble()).isCloseTo(before + 20, within(1e-9));
    assertThat(lead.path("icp").path("criteria").path(0).path("met").asBoolean()).isTrue();
    put("/api/v1/leads/icp", "criteria: [{ field: company.colour }]", 422);
  }

  @Test
  void a_setting_that_cannot_be_read_keeps_nobody_elses_leads_waiting() throws Exception {
    var broken = "w-" + UUID.randomUUID();
    topic.publish(broken, "c1", begin, TALK);
    var all = new LeadQuery(null, null, null, null, null, null, null, 9);
    var leadsThere = leads.list(broken, all).collectList();
    await()
        .atMost(Patience.PATIENCE)
        .until(() -> Objects.requireNonNull(leadsThere.block()).size() == 1);
    var put = settings.put(broken, LeadSettings.Kind.ICP, 0, "criteria: nonsense", "user-1");
    assertThat(put.block()).isTrue();
    topic.publish(workspace, "c1", begin, TALK);
    var id = onlyLead();

    put("/api/v1/leads/icp", "criteria: [{ field: company.size, between: [10, 20] }]", 200);

    assertThat(until(id, it -> it.path("icpMatch").asDouble() == 1).path("id").asString())
        .isEqualTo(id);
  }

  @Test
  void a_setting_without_a_text_is_refused() {
    for (var setting : List.of("icp", "scorecard")) {
      var answer =
          as(Role.ADMIN)
              .put()
              .uri("/api/v1/leads/" + setting)
              .bodyValue(Map.of("rev", 0))
              .exchange();
      answer.expectStatus().isBadRequest();
      assertThat(Json.read(answer).path("code").asString()).isEqualTo("missing-field");
    }
  }

  @Test
  void other_points_are_held_against_the_outcomes_there_were() throws Exception {
    topic.publish(workspace, "c1", begin, TALK);
    close(onlyLead(), "lost", 200);
    await().atMost(Patience.PATIENCE).until(() -> report().path("outcomes").asInt() == 1);

    put("/api/v1/leads/scorecard", "base: 20", 200);

    await()
        .atMost(Patience.PATIENCE)
        .until(() -> report().path("champion").path("version").asString().equals("rules-1"));
    assertThat(report().path("outcomes").asInt()).isEqualTo(1);
  }

  private JsonNode report() {
    return Json.read(as(Role.VIEWER).get().uri("/api/v1/leads/model").exchange()).path("report");
  }

  @Test
  void who_takes_a_lead_just_then_does_not_keep_it_from_being_judged_anew() throws Exception {
    topic.publish(workspace, "c1", begin, TALK);
    var id = onlyLead();
    var rev = detail(id).path("rev").asLong();
    put("/api/v1/leads/icp", "criteria: [{ field: company.size, between: [10, 20] }]", 200);
    patch(Role.SALES, id, "{\"rev\":" + rev + ",\"owner\":\"user-1\"}", 200);

    var lead = until(id, it -> it.path("icpMatch").asDouble() == 1);

    assertThat(lead.path("owner").asString()).isEqualTo("user-1");
  }

  @Test
  void what_was_judged_by_a_yardstick_of_before_is_not_stored() throws Exception {
    topic.publish(workspace, "c1", begin, TALK);
    var id = onlyLead();
    var read = Objects.requireNonNull(leads.find(workspace, id).block());
    var judged = read.lead().assigned("user-1", "user-1", begin);

    leads.lookAgainAt(workspace, List.of("brightloom.example")).block();

    assertThat(leads.replace(read, judged).block()).isFalse();
  }

  @Test
  void what_a_crawl_found_of_their_companys_site_is_known_of_a_lead() throws Exception {
    topic.publish(workspace, "c1", begin, TALK);
    var id = onlyLead();
    assertThat(detail(id).path("technologies")).isEmpty();
    var added =
        Site.added(
            "brightloom_example",
            "https://brightloom.example/",
            new SiteScope(List.of("brightloom.example")),
            new Site.Limits(1, 0),
            "u",
            begin);
    var found =
        List.of(
            new Technology("Shopify", "shop", "cdn.shopify.com", "https://brightloom.example/"));
    sites
        .add(workspace, added.with(added.crawl().with(List.of(), found).at(Stage.DONE, begin)))
        .then(leads.lookAgainAt(workspace, List.of("brightloom.example", "other.example")))
        .block();

    var lead = until(id, it -> !it.path("technologies").isEmpty());

    assertThat(lead.path("technologies").path(0).path("name").asString()).isEqualTo("Shopify");
    assertThat(lead.path("score").path("parts").toString())
        .contains("Shopify on https://brightloom.example/");
  }

  @Test
  void a_list_goes_on_where_its_page_ended() throws Exception {
    for (var n = 1; n <= 3; n++) {
      var events = new ArrayList<>(TALK.subList(0, 3 + n % 2));
      events.add(new EmailCaptured("email", "person" + n + "@brightloom.example", null));
      topic.publish(workspace, "c" + n, begin, events);
    }
    await().atMost(Patience.PATIENCE).until(() -> leads("").size() == 3);
    var first = page("limit=2");
    var second = page("limit=2&cursor=" + first.path("next").asString());
    assertThat(first.path("items")).hasSize(2);
    assertThat(second.path("items")).hasSize(1);
    assertThat(second.has("next")).isFalse();
    assertThat(first.path("items").path(1).path("points").asDouble())
        .isGreaterThanOrEqualTo(second.path("items").path(0).path("points").asDouble());
    as(Role.VIEWER).get().uri("/api/v1/leads?cursor=x").exchange().expectStatus().isBadRequest();
  }

  @Test
  void the_feed_tells_of_a_lead_that_has_just_changed() throws Exception {
    topic.publish(workspace, "c1", begin, TALK);
    var id = onlyLead();
    var events =
        as(Role.VIEWER)
            .get()
            .uri("/api/v1/leads/feed")
            .accept(MediaType.TEXT_EVENT_STREAM)
            .exchange()
            .returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
            .getResponseBody();

    var first = events.filter(it -> "lead".equals(it.event())).blockFirst(Patience.PATIENCE);

    assertThat(Objects.requireNonNull(first).id()).startsWith(id + ":");
  }

  private String onlyLead() {
    await().atMost(Patience.PATIENCE).until(() -> leads("").size() == 1);
    return leads("").path(0).path("id").asString();
  }

  private JsonNode until(String id, Predicate<JsonNode> reached) {
    await().atMost(Patience.PATIENCE).until(() -> reached.test(detail(id)));
    return detail(id);
  }

  private JsonNode leads(String query) {
    return page(query).path("items");
  }

  private JsonNode page(String query) {
    return Json.read(as(Role.VIEWER).get().uri("/api/v1/leads?" + query).exchange());
  }

  private JsonNode detail(String id) {
    return Json.read(as(Role.VIEWER).get().uri("/api/v1/leads/" + id).exchange());
  }

  private void close(String id, String outcome, int status) {
    as(Role.SALES)
        .post()
        .uri("/api/v1/leads/" + id + "/outcome")
        .header("content-type", "application/json")
        .bodyValue("{\"outcome\":\"" + outcome + "\"}")
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }

  private JsonNode patch(Role role, String id, String body, int status) {
    var answer =
        as(role)
            .patch()
            .uri("/api/v1/leads/" + id)
            .header("content-type", "application/json")
            .bodyValue(body)
            .exchange();
    answer.expectStatus().isEqualTo(status);
    return Json.read(answer);
  }

  private void put(String uri, String yaml, int status) {
    var rev = Json.read(as(Role.VIEWER).get().uri(uri).exchange()).path("rev").asLong();
    as(Role.ADMIN)
        .put()
        .uri(uri)
        .bodyValue(Map.of("rev", rev, "yaml", yaml))
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }

  private static PublishedTopic topic(String name) {
    return new PublishedTopic(EmbeddedBroker.shared().bootstrapServers(), name);
  }

  private static <E> Envelope<E> known(Received<E> received) {
    return switch (received) {
      case Received.Known<E>(var envelope) -> envelope;
      case Received.Unknown<E> unknown -> throw new AssertionError(unknown);
    };
  }
}
