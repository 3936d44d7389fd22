package rapport.lead.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.EmailCaptured;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.ConversationEvent.TurnUndone;
import rapport.contracts.Envelope;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadChange.LeadEnriched;
import rapport.contracts.LeadChange.LeadScored;
import rapport.contracts.LeadState.Status;
import rapport.contracts.Origin;
import rapport.lead.detection.PersonaModel;
import rapport.lead.icp.Icp;
import rapport.lead.persona.file.PersonaFile;
import rapport.lead.portrait.Portrait;
import rapport.lead.portrait.Talk;
import rapport.lead.scoring.Scorecard;
import rapport.lead.settings.ScorecardFile;
import rapport.lead.site.Technology;
import rapport.lead.visitor.Visitor;
import rapport.testkit.ConversationTopic;

class LeadTest {

  private static final int DELIVERIES = Integer.getInteger("deliveries", 10_000);
  private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant NOW = BEGIN.plus(Duration.ofDays(1));
  private static final PersonaModel MODEL = PersonaModel.ofWords(PersonaFile.starter());
  private static final Yardsticks BY =
      new Yardsticks(Icp.NONE, 0, ScorecardFile.read(ScorecardFile.usual(), "rules-0"));
  private static final List<String> SAYINGS =
      List.of(
          "hello",
          "we are a startup of nine people",
          "what does it cost?",
          "my boss decides",
          "does it work with Shopify",
          "we want to switch from Deskly before summer",
          "is there single sign-on?",
          "thanks");

  @Test
  void shuffled_and_doubled_deliveries_give_the_same_lead_as_in_order() {
    var random = new Random(20261121);
    var events = new ArrayList<Envelope<ConversationEvent>>();
    for (var n = 1; n <= 12; n++) {
      events.addAll(story("c" + n, random));
    }
    var expected = LeadStates.of(delivered(events));
    var deliveries = new ArrayList<>(events);
    while (deliveries.size() < DELIVERIES) {
      deliveries.add(events.get(random.nextInt(events.size())));
    }
    Collections.shuffle(deliveries, random);

    var shuffled = LeadStates.of(delivered(deliveries));

    assertThat(expected.conversations()).hasSize(12);
    assertThat(expected.facts()).isNotEmpty();
    assertThat(shuffled).isEqualTo(expected);
  }

  @Test
  void what_makes_no_difference_is_not_looked_at_twice() {
    var lead = lead("what does it cost?").analysed(BY, NOW);
    var again = lead.with(talk("c1", 9, "what does it cost?")).analysed(BY, NOW.plusSeconds(40));
    assertThat(again.analysis()).isEqualTo(lead.analysis());
    assertThat(again.news()).isEqualTo(lead.news());
  }

  @Test
  void other_points_under_the_same_name_make_a_difference() {
    var learned = new Scorecard("fit-120", 10, Map.of("messages.one", 5d), List.of());
    var corrected = new Scorecard("fit-120", 10, Map.of("messages.one", 9d), List.of());
    var lead = lead("hello").analysed(new Yardsticks(Icp.NONE, 0, learned), NOW);

    var again = lead.analysed(new Yardsticks(Icp.NONE, 0, corrected), NOW);

    assertThat(Objects.requireNonNull(lead.analysis()).score().points()).isEqualTo(15);
    assertThat(Objects.requireNonNull(again.analysis()).score().points()).isEqualTo(19);
  }

  @Test
  void more_that_is_said_is_told_with_its_effect_on_the_score() {
    var lead = lead("hello").analysed(BY, NOW);
    var more =
        lead.with(talk("c1", 9, "hello", "what does it cost, we need it by summer"))
            .analysed(BY, NOW);
    var enriched = (LeadEnriched) more.news().get(2).event();
    var scored = (LeadScored) more.news().get(3).event();
    assertThat(enriched.parts()).contains("signals.pricing", "signals.timeline");
    assertThat(scored.points()).isGreaterThan(Objects.requireNonNull(scored.previousPoints()) + 5);
    assertThat(more.rev()).isEqualTo(4);
  }

  @Test
  void what_the_companys_site_is_made_with_counts_like_what_is_said_of_it() {
    var shopify =
        new Technology("Shopify", "shop", "cdn.shopify.com", "https://brightloom.example/");
    var lead = lead("what does it cost?").analysed(BY, NOW);
    var joined = lead.with(List.of(shopify)).analysed(BY, NOW);

    var before = Objects.requireNonNull(lead.analysis()).score();
    var score = Objects.requireNonNull(joined.analysis()).score();
    assertThat(score.fit()).isGreaterThan(before.fit());
    assertThat(score.base() + score.parts().stream().mapToDouble(Scorecard.Part::points).sum())
        .isCloseTo(score.points(), within(1e-9));
    assertThat(((LeadEnriched) joined.news().get(2).event()).parts())
        .containsExactly("technologies");

    var both = joined.with(talk("c1", 9, "we use React")).portrait().value("company.techStack");
    assertThat(both).isEqualTo(new FieldValue.Tags(List.of("React", "Shopify")));
  }

  @Test
  void silence_makes_intent_fade_and_leaves_fit_alone() {
    var lead = lead("we are 12 people", "what does it cost? we need it asap").analysed(BY, NOW);
    var later = lead.analysed(BY, NOW.plus(Duration.ofDays(40)));
    var before = Objects.requireNonNull(lead.analysis()).score();
    var after = Objects.requireNonNull(later.analysis()).score();
    assertThat(after.intent()).isLessThan(before.intent() - 10);
    assertThat(after.fit()).isCloseTo(before.fit(), within(1e-9));
  }

  @Test
  void an_older_reading_of_a_conversation_changes_nothing() {
    var lead = lead("what does it cost?");
    assertThat(lead.with(talk("c1", 1, "hello"))).isEqualTo(lead);
  }

  @Test
  void the_outcome_closes_a_lead_and_may_be_corrected() {
    var lost = lead("hello").closed(Closing.byHand(false, NOW, null, "too dear", "user-1"), NOW);
    assertThat(lost.status()).isEqualTo(Status.LOST);
    var won = lost.closed(Closing.byHand(true, NOW, "900 EUR", null, "user-1"), NOW);
    assertThat(won.status()).isEqualTo(Status.WON);
    assertThat(won.moved(Status.WORKING, "user-1", NOW).closing()).isNull();
    assertThat(won.rev()).isEqualTo(3);
  }

  @Test
  void what_was_said_after_an_end_is_not_known_before_it() {
    var lead = lead("hello", "what does it cost?", "is there single sign-on?");
    var then = BEGIN.plusSeconds(1);
    var before = Portrait.until(then, lead.email(), lead.talks());
    assertThat(before.messages()).isEqualTo(1);
    assertThat(before.signals()).isEmpty();
    assertThat(Portrait.of(lead.email(), lead.talks()).signals()).hasSize(2);
  }

  @Test
  void the_parts_of_a_lead_s_score_add_up_to_it() {
    var random = new Random(3);
    for (var n = 0; n < 100; n++) {
      var score = Objects.requireNonNull(delivered(story("c1", random)).analysis()).score();
      var sum = score.base() + score.parts().stream().mapToDouble(part -> part.points()).sum();
      assertThat(sum).isCloseTo(score.points(), within(1e-9));
    }
  }

  @Test
  void a_lead_without_conversations_was_active_when_it_last_had_any() {
    var lead = lead("hello").analysed(BY, NOW);
    var withdrawn = lead.without("c1", NOW);
    assertThat(LeadStates.of(withdrawn).lastActivityAt())
        .isEqualTo(LeadStates.of(lead).lastActivityAt())
        .isAfterOrEqualTo(BEGIN);
    assertThat(LeadStates.of(lead("hello").without("c1", NOW)).lastActivityAt()).isEqualTo(BEGIN);
  }

  private static List<Envelope<ConversationEvent>> story(String conversation, Random random) {
    var events = new ArrayList<ConversationEvent>();
    events.add(new SessionStarted("lead-to-sales", 1, "en", "v_1"));
    events.add(new EmailCaptured("email", "mira@brightloom.example", null));
    var length = 6 + random.nextInt(12);
    while (events.size() < length) {
      var n = events.size();
      var chat = new Provenance(Origin.CHAT, "v_1", "said", .8);
      events.add(
          switch (random.nextInt(8)) {
            case 0 -> new TurnUndone("m" + (n - 1));
            case 1 ->
                new FieldCaptured("team_size", FieldValue.Num.of(random.nextInt(99) + 1), chat);
            default -> new MessageReceived("m" + n, SAYINGS.get(random.nextInt(SAYINGS.size())));
          });
    }
    var at = BEGIN.plusSeconds(random.nextInt(3600));
    var envelopes = new ArrayList<Envelope<ConversationEvent>>();
    for (var i = 0; i < events.size(); i++) {
      envelopes.add(
          ConversationTopic.envelope(
              "main", conversation, i + 1, at.plusSeconds(i), events.get(i)));
    }
    return envelopes;
  }

  /** As the service does: each conversation in order, its lead brought up to date in between. */
  private static Lead delivered(List<Envelope<ConversationEvent>> deliveries) {
    Map<String, TreeMap<Long, Envelope<ConversationEvent>>> waiting = new HashMap<>();
    Map<String, Visitor> visitors = new HashMap<>();
    Map<String, Long> revs = new HashMap<>();
    Lead lead = null;
    for (var delivery : deliveries) {
      var id = delivery.stream();
      var early = waiting.computeIfAbsent(id, _ -> new TreeMap<>());
      early.put(delivery.rev(), delivery);
      var rev = revs.getOrDefault(id, 0L);
      var visitor = visitors.getOrDefault(id, Visitor.none(id));
      while (early.containsKey(rev + 1)) {
        visitor = visitor.apply(Objects.requireNonNull(early.get(++rev)), (_, _) -> MODEL);
      }
      visitors.put(id, visitor);
      revs.put(id, rev);
      if (visitor.particulars().contact() != null) {
        var talk = Talk.of(visitor, rev, MODEL);
        lead = (lead == null ? open(talk) : lead.with(talk)).analysed(BY, NOW);
      }
    }
    return Objects.requireNonNull(lead);
  }

  private static Lead lead(String... said) {
    return open(talk("c1", 5, said));
  }

  private static Lead open(Talk talk) {
    return Lead.open("main", "lead-1", "mira@brightloom.example", "starter", talk, BEGIN);
  }

  private static Talk talk(String conversation, long rev, String... said) {
    var visitor = Visitor.none(conversation);
    var n = 0L;
    for (var text : said) {
      n++;
      var event = new MessageReceived("m" + n, text);
      var envelope =
          ConversationTopic.envelope("main", conversation, n, BEGIN.plusSeconds(n), event);
      visitor = visitor.apply(envelope, (_, _) -> MODEL);
    }
    return Talk.of(visitor, rev, MODEL);
  }
}
