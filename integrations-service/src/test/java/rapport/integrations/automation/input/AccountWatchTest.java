package rapport.integrations.automation.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rapport.contracts.AccountSignal;
import rapport.contracts.AccountSignal.AccountRecorded;
import rapport.contracts.AccountSignal.ContactRecorded;
import rapport.contracts.AccountSignal.DealRecorded;
import rapport.contracts.AccountSignal.LifecycleMoved;
import rapport.contracts.AccountSignal.Position;
import rapport.contracts.AccountSignal.UsageReported;
import rapport.contracts.AutomationEvent.Subject;
import rapport.contracts.Envelope;
import rapport.integrations.automation.Observation;

class AccountWatchTest {

  private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");

  private Watched watched = Watched.NEW;
  private long rev;

  @Test
  void an_account_is_new_only_once() {
    var first = seen(account("ada"));
    var second = seen(account("bob"));
    assertThat(first.event()).isEqualTo("account_created");
    assertThat(first.facts())
        .containsEntry("account_name", "Acme")
        .containsEntry("employees", 40.0)
        .containsEntry("industry", null);
    assertThat(second.event()).isNull();
    assertThat(second.facts()).containsEntry("owner", "bob");
  }

  @Test
  void a_contact_is_new_once_and_leaves_once_and_brings_what_is_known_of_the_account() {
    assertThat(seen(account("ada")).subject()).isEqualTo(new Subject("account", "a-1"));
    var first = seen(contact("c-1", true));
    assertThat(first.subject()).isEqualTo(new Subject("contact", "c-1"));
    assertThat(first.event()).isEqualTo("contact_created");
    assertThat(first.facts()).containsEntry("account_name", "Acme").containsEntry("owner", "ada");
    assertThat(seen(contact("c-1", true)).event()).isNull();
    assertThat(seen(contact("c-1", false)).event()).isEqualTo("contact_left");
    assertThat(seen(contact("c-1", false)).event()).isNull();
    assertThat(seen(contact("c-2", true)).event()).isEqualTo("contact_created");
  }

  @Test
  void a_lifecycle_that_begins_has_not_moved() {
    var prospect = new Position("prospect", "research");
    var customer = new Position("customer", "onboarding");
    assertThat(seen(new LifecycleMoved(null, prospect, null, "new", null)).event()).isNull();
    var moved = seen(new LifecycleMoved(prospect, customer, null, "signed", "ada"));
    assertThat(moved.event()).isEqualTo("lifecycle_moved");
    assertThat(moved.facts())
        .containsEntry("lifecycle_stage", "customer")
        .containsEntry("churn_risk", "none");
  }

  @Test
  void a_deal_is_won_once_however_often_it_is_told() {
    assertThat(deal("negotiation")).isNull();
    assertThat(deal("won")).isEqualTo("deal_won");
    assertThat(deal("won")).isNull();
  }

  @Test
  void what_a_report_of_usage_leaves_out_stays_as_it_was() {
    var usage = new UsageReported(LocalDate.of(2026, 3, 1), 5, null, 20, null, null);
    assertThat(seen(usage).facts()).containsOnlyKeys("seats").containsEntry("seats", 20.0);
  }

  @Test
  void nothing_follows_from_what_was_used_more_than_a_week_ago() {
    apply(new UsageReported(LocalDate.of(2026, 2, 21), 5, 9, 20, null, null));
    assertThat(watched.fresh()).isEmpty();
    var weekAgo = new UsageReported(LocalDate.of(2026, 2, 22), 5, 9, 20, null, null);
    assertThat(seen(weekAgo).facts()).containsEntry("weekly_active_users", 9.0);
  }

  private @Nullable String deal(String stage) {
    var before = watched.fresh().size();
    apply(new DealRecorded("d-1", "new", stage, NINE, null, null, null, 0, null));
    return watched.fresh().size() == before ? null : watched.fresh().getLast().event();
  }

  private Observation seen(AccountSignal signal) {
    apply(signal);
    var last = watched.fresh().getLast();
    assertThat(last.rev()).isEqualTo(rev);
    return last;
  }

  private void apply(AccountSignal signal) {
    rev++;
    watched =
        AccountWatch.apply(
            watched, new Envelope<>("a-1:" + rev, "main", "a-1", rev, NINE, null, null, signal));
  }

  private static AccountRecorded account(String owner) {
    return new AccountRecorded("Acme", null, null, 40, owner, "manual", null);
  }

  private static ContactRecorded contact(String id, boolean active) {
    return new ContactRecorded(id, List.of("champion"), null, null, active);
  }
}
