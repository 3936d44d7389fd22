package rapport.profile.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rapport.profile.account.AccountStory.ADA;
import static rapport.profile.account.AccountStory.NOW;
import static rapport.profile.account.AccountStory.meeting;
import static rapport.profile.account.AccountStory.mill;
import static rapport.profile.account.AccountStory.person;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rapport.contracts.AccountSignal;
import rapport.profile.account.lifecycle.Standing;

class DecideTest {

  @Test
  void nothing_happens_to_an_account_that_is_not_there() {
    refused("account-not-found", () -> Decide.archive(AccountState.NONE, true, NOW));
  }

  @Test
  void an_account_is_created_once() {
    var mill = mill();
    refused(
        "account-exists",
        () ->
            Decide.create(
                mill.state(), "a-1", AccountStory.details("Mill"), null, null, Map.of(), ADA));
  }

  @Test
  void one_who_begins_as_a_customer_is_one_since_that_day() {
    var standing = new Standing("customer", "adoption", null);
    var changes =
        Decide.create(
            AccountState.NONE, "a", AccountStory.details("Mill"), standing, null, Map.of(), ADA);
    assertThat(AccountState.NONE.with(changes.getFirst()).known().customerSince())
        .isEqualTo(LocalDate.parse("2026-03-01"));
  }

  @Test
  void what_is_the_same_changes_nothing() {
    var mill = mill().with("p-1", "manager", "sales");
    var state = mill.state();
    assertThat(Decide.edit(state, 1L, AccountStory.details("Mill"), Map.of(), NOW)).isEmpty();
    assertThat(
            Decide.editContact(
                state, "p-1", null, person("p-1", "manager", "sales"), Map.of(), NOW))
        .isEmpty();
    assertThat(Decide.archive(state, false, NOW)).isEmpty();
  }

  @Test
  void whoever_was_erased_stays_so_whatever_is_told_of_them_again() {
    var erased = AccountStory.contact("p-1", person(Contact.ERASED, "manager", null));
    var state = mill().state().with(new Change.OfContact(erased));
    refused(
        "contact-erased",
        () ->
            Decide.editContact(
                state, "p-1", null, person("p-1", "manager", "sales"), Map.of(), NOW));
    refused("contact-erased", () -> Decide.leave(state, "p-1", null, NOW));
    refused("contact-erased", () -> Decide.recognise(state, "p-1", "person-1", NOW));
  }

  @Test
  void old_ground_is_refused() {
    refused(
        "stale", () -> Decide.edit(mill().state(), 2L, AccountStory.details("X"), Map.of(), NOW));
  }

  @Test
  void a_move_tells_from_where_to_where_and_why() {
    var mill = mill();
    var to = new Standing("prospect", "qualification", null);
    mill.then(Decide.move(mill.state(), null, to, "fits well", NOW), NOW);
    assertThat(mill.told())
        .containsExactly(
            new AccountSignal.LifecycleMoved(
                new AccountSignal.Position("prospect", "research"),
                new AccountSignal.Position("prospect", "qualification"),
                null,
                "fits well",
                "ada"));
  }

  @Test
  void nobody_influences_themselves_or_a_stranger() {
    var mill = mill().with("p-1", null, "sales");
    for (var other : List.of("p-1", "p-9")) {
      var details =
          new ContactDetails(
              "P",
              null,
              null,
              null,
              null,
              null,
              List.of(),
              List.of(new ContactDetails.Influence(other, 2)),
              null,
              null,
              null);
      assertThatThrownBy(
              () -> Decide.editContact(mill.state(), "p-1", null, details, Map.of(), NOW))
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void an_interaction_names_contacts_of_the_account_only() {
    refused(
        "contact-not-found",
        () -> Decide.log(mill().state(), null, "i", meeting("i", NOW, true, null, "p-9"), NOW));
  }

  @Test
  void an_interaction_told_again_is_no_news_and_a_corrected_one_is() {
    var mill = mill().with("p-1", null, "sales");
    var details = meeting("i", NOW, true, null, "p-1");
    var known = new Interaction("i", details, NOW, false);
    assertThat(Decide.log(mill.state(), known, "i", details, NOW)).isEmpty();
    var corrected = meeting("i", NOW, false, null, "p-1");
    assertThat(Decide.log(mill.state(), known, "i", corrected, NOW)).hasSize(1);
    var withdrawn = new Interaction("i", details, NOW, true);
    assertThat(Decide.log(mill.state(), withdrawn, "i", details, NOW)).hasSize(1);
  }

  @Test
  void putting_the_day_off_is_a_slip_and_bringing_it_forward_is_none() {
    var mill = mill();
    mill.then(Decide.addDeal(mill.state(), "d", deal("2026-05-01"), null, null, ADA), NOW);
    mill.then(Decide.editDeal(mill.state(), "d", 1L, deal("2026-06-01"), NOW), NOW);
    mill.then(Decide.editDeal(mill.state(), "d", 2L, deal("2026-04-01"), NOW), NOW);
    assertThat(known(mill).slips()).isEqualTo(1);
  }

  @Test
  void a_deal_remembers_how_long_it_was_where() {
    var mill = mill();
    mill.then(Decide.addDeal(mill.state(), "d", deal(null), null, null, ADA), NOW);
    var later = new Source(Source.MANUAL, "ada", NOW.plus(Duration.ofDays(3)));
    mill.then(Decide.moveDeal(mill.state(), "d", "closing", null, later), later.at());
    assertThat(known(mill).daysPerStage(NOW.plus(Duration.ofDays(5))))
        .containsEntry("discovery", 3.0)
        .containsEntry("closing", 2.0);
  }

  @Test
  void losing_and_reopening_need_a_reason() {
    var mill = mill();
    mill.then(Decide.addDeal(mill.state(), "d", deal(null), null, null, ADA), NOW);
    refused("reason-needed", () -> Decide.moveDeal(mill.state(), "d", "lost", " ", ADA));
    mill.then(Decide.moveDeal(mill.state(), "d", "won", null, ADA), NOW);
    refused("reason-needed", () -> Decide.moveDeal(mill.state(), "d", "closing", null, ADA));
    assertThat(Decide.moveDeal(mill.state(), "d", "closing", "not signed", ADA)).hasSize(1);
  }

  @Test
  void a_champion_who_leaves_is_told_as_none() {
    var mill = mill().with("p-1", "manager", "sales", "champion").met(1, true, 0.5, "p-1");
    mill.then(Decide.leave(mill.state(), "p-1", NOW, NOW), NOW);
    assertThat(mill.told())
        .containsExactly(
            new AccountSignal.ContactRecorded(
                "p-1", List.of("champion"), "manager", "sales", false),
            new AccountSignal.ChampionAssessed(null, 0, 0, 0, 0, null));
  }

  @Test
  void amounts_that_are_the_same_number_are_the_same() {
    assertThat(terms("48000.00")).isEqualTo(terms("48000"));
    assertThat(terms("4.8E+4")).isEqualTo(terms("48000"));
  }

  @Test
  void values_out_of_range_are_named() {
    assertThatThrownBy(() -> terms("-1")).hasMessageContaining("annualRecurringRevenue");
    assertThatThrownBy(() -> new Report.Nps("n", NOW, 11, null)).hasMessageContaining("score");
    assertThatThrownBy(() -> person(" ", null, null)).hasMessageContaining("name");
    assertThatThrownBy(() -> person("P", "boss", null)).hasMessageContaining("executive");
    assertThatThrownBy(() -> new Report.Usage(LocalDate.MIN, 1, null, null, 9, 8))
        .hasMessageContaining("coreFeaturesUsed");
  }

  private static Contract.Terms terms(String arr) {
    return new Contract.Terms(
        LocalDate.parse("2026-01-01"),
        LocalDate.parse("2026-12-31"),
        new BigDecimal(arr),
        "EUR",
        null,
        null,
        "active",
        null);
  }

  private static DealDetails deal(@Nullable String closesOn) {
    return new DealDetails(
        "Deal",
        "new",
        null,
        null,
        closesOn == null ? null : LocalDate.parse(closesOn),
        null,
        null,
        List.of(),
        List.of(),
        null,
        null);
  }

  private static Deal known(AccountStory story) {
    return java.util.Objects.requireNonNull(story.state().deals().get("d"));
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
