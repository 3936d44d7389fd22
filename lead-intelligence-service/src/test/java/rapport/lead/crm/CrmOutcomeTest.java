package rapport.lead.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.contracts.IntegrationEvent;
import rapport.contracts.IntegrationEvent.DealSeen;
import rapport.contracts.IntegrationEvent.LeadSeen;
import rapport.contracts.IntegrationEvent.Source;
import rapport.contracts.LeadState.Status;
import rapport.lead.lead.Closing;
import rapport.lead.lead.Lead;

class CrmOutcomeTest {

  private static final Instant OPENED = Instant.parse("2026-11-01T09:00:00Z");
  private static final Instant NOW = OPENED.plus(Duration.ofDays(20));

  private static final String DEAL = IntegrationEvent.streamOf("cn-1", "Opportunity", "1");

  private final Lead lead = lead(Status.WORKING, null);

  @Test
  void a_deal_that_is_won_wins_the_lead_with_what_it_is_worth() {
    var after = CrmOutcome.of(lead, deal("won", "2026-11-10"), NOW);

    assertThat(after.status()).isEqualTo(Status.WON);
    assertThat(after.closing())
        .isEqualTo(
            new Closing(
                true,
                Instant.parse("2026-11-10T23:59:59.999Z"),
                "1200 EUR",
                null,
                "salesforce",
                DEAL));
  }

  @Test
  void a_deal_that_is_lost_loses_it_with_the_stage_as_reason() {
    var after = CrmOutcome.of(lead, deal("lost", null), NOW);

    assertThat(after.status()).isEqualTo(Status.LOST);
    assertThat(after.closing())
        .isEqualTo(new Closing(false, NOW, null, "Stage lost", "salesforce", DEAL));
  }

  @Test
  void the_same_again_changes_nothing() {
    var once = CrmOutcome.of(lead, deal("won", "2026-11-10"), NOW);
    assertThat(CrmOutcome.of(once, deal("won", "2026-11-10"), NOW.plusSeconds(60))).isEqualTo(once);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"2026-11-21", "2026-12-24", "soon"})
  void it_ended_when_that_was_first_told(@Nullable String closeOn) {
    var once = CrmOutcome.of(lead, deal("won", closeOn), NOW);
    assertThat(CrmOutcome.of(once, deal("won", closeOn), NOW.plusSeconds(60))).isEqualTo(once);
    var tomorrow = NOW.plus(Duration.ofDays(1));
    assertThat(CrmOutcome.of(once, deal("won", closeOn), tomorrow)).isEqualTo(once);
  }

  @Test
  void of_two_deals_the_one_that_is_won_counts_in_either_order() {
    var won = deal("1", "won", "2026-11-10");
    var lost = deal("2", "lost", "2026-11-12");
    var open = deal("3", "open", null);
    var expected = CrmOutcome.of(lead, won, NOW);
    for (var deals : List.of(List.of(won, lost, open), List.of(open, lost, won))) {
      var after = lead;
      for (var deal : deals) {
        after = CrmOutcome.of(after, deal, NOW);
      }
      assertThat(after.status()).isEqualTo(Status.WON);
      assertThat(after.closing()).isEqualTo(expected.closing());
    }
  }

  @Test
  void a_deal_opens_what_it_closed_before_it_was_noted_which_one_did() {
    var won = lead(Status.WON, new Closing(true, NOW, null, null, "salesforce", null));
    assertThat(CrmOutcome.of(won, deal("open", null), NOW).status()).isEqualTo(Status.QUALIFIED);
  }

  @Test
  void a_lead_that_is_disqualified_over_there_stays_won_by_its_deal() {
    var won = CrmOutcome.of(lead, deal("won", "2026-11-10"), NOW);
    assertThat(CrmOutcome.of(won, seen("disqualified"), NOW)).isEqualTo(won);
    var lost = CrmOutcome.of(lead, seen("disqualified"), NOW);
    assertThat(CrmOutcome.of(lost, deal("won", "2026-11-10"), NOW).closing())
        .isEqualTo(won.closing());
  }

  @Test
  void what_a_colleague_said_stays() {
    var lost = lead(Status.LOST, Closing.byHand(false, NOW, null, "too dear", "ada"));
    assertThat(CrmOutcome.of(lost, deal("won", "2026-11-10"), NOW)).isEqualTo(lost);
    assertThat(CrmOutcome.of(lost, seen("disqualified"), NOW)).isEqualTo(lost);
  }

  @Test
  void a_deal_that_is_reopened_opens_what_it_had_closed() {
    var won = CrmOutcome.of(lead, deal("won", "2026-11-10"), NOW);
    var after = CrmOutcome.of(won, deal("open", null), NOW);
    assertThat(after.status()).isEqualTo(Status.QUALIFIED);
    assertThat(after.closing()).isNull();
    assertThat(CrmOutcome.of(lead, deal("open", null), NOW)).isEqualTo(lead);
  }

  @Test
  void a_deal_closed_before_the_lead_was_opened_is_another_one() {
    assertThat(CrmOutcome.of(lead, deal("won", "2026-10-01"), NOW)).isEqualTo(lead);
  }

  @Test
  void a_lead_that_is_disqualified_over_there_is_lost_and_a_converted_one_qualified() {
    var lost = CrmOutcome.of(lead, seen("disqualified"), NOW);
    assertThat(lost.status()).isEqualTo(Status.LOST);
    assertThat(CrmOutcome.of(lost, seen("disqualified"), NOW.plusSeconds(60))).isEqualTo(lost);
    assertThat(CrmOutcome.of(lead, seen("converted"), NOW).status()).isEqualTo(Status.QUALIFIED);
    assertThat(CrmOutcome.of(lead, seen("open"), NOW)).isEqualTo(lead);
  }

  @Test
  void who_took_the_address_back_stays_withdrawn() {
    var withdrawn = lead(Status.WITHDRAWN, null);
    assertThat(CrmOutcome.of(withdrawn, deal("won", "2026-11-10"), NOW)).isEqualTo(withdrawn);
  }

  private static Lead lead(Status status, @Nullable Closing closing) {
    return new Lead(
        "w",
        "l-1",
        "ada@acme.example",
        "shop",
        status,
        null,
        OPENED,
        closing,
        List.of(),
        List.of(),
        null,
        1,
        List.of());
  }

  private static DealSeen deal(String status, @Nullable String closeOn) {
    return deal("1", status, closeOn);
  }

  private static DealSeen deal(String record, String status, @Nullable String closeOn) {
    return new DealSeen(
        source("Opportunity", record),
        "Acme",
        status,
        "Stage " + status,
        new BigDecimal("1200"),
        "EUR",
        null,
        closeOn,
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  private static LeadSeen seen(String status) {
    return new LeadSeen(
        source("Lead", "1"),
        "Ada",
        null,
        null,
        null,
        status,
        "Unqualified",
        null,
        null,
        null,
        null);
  }

  private static Source source(String object, String record) {
    return new Source("cn-1", "salesforce", object, record, "1", null, null);
  }
}
