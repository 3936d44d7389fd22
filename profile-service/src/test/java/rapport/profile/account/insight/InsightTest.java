package rapport.profile.account.insight;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static rapport.profile.account.AccountStory.NOW;
import static rapport.profile.account.AccountStory.mill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rapport.profile.account.AccountStory;
import rapport.profile.account.Change;
import rapport.profile.account.Contact;
import rapport.profile.account.ContactDetails;
import rapport.profile.account.Decide;
import rapport.profile.account.Source;
import rapport.profile.account.insight.Threads.Gap;

class InsightTest {

  @Test
  void threads_count_who_took_part_in_90_days_and_is_still_there() {
    var mill =
        mill()
            .with("p-1", "executive", "sales", "decision-maker")
            .with("p-2", "manager", "sales", "champion")
            .with("p-3", "staff", "it", "user")
            .with("p-4", "manager", "it")
            .met(89, true, null, "p-1")
            .met(91, true, null, "p-2")
            .met(1, false, null, "p-3", "p-4");
    mill.then(Decide.leave(mill.state(), "p-4", NOW, NOW), NOW);
    var threads = Threads.of(mill.state(), NOW);
    assertThat(threads.inTouch()).isEqualTo(2);
    assertThat(threads.departments()).isEqualTo(Map.of("sales", 1, "it", 1));
    assertThat(threads.levels()).isEqualTo(Map.of("executive", 1, "staff", 1));
    assertThat(threads.gaps())
        .containsExactly(
            new Gap("level", "director", 0),
            new Gap("level", "manager", 1),
            new Gap("role", "champion", 1));
  }

  @Test
  void executives_are_aligned_when_paired_and_in_touch() {
    var mill = mill().with("p-1", "executive", "board").met(10, true, null, "p-1");
    assertThat(Alignment.of(mill.state(), NOW).aligned()).isFalse();
    var paired =
        new ContactDetails(
            "p-1", null, null, null, "board", "executive", List.of(), List.of(), "ceo", null, null);
    mill.then(Decide.editContact(mill.state(), "p-1", null, paired, Map.of(), NOW), NOW);
    assertThat(Alignment.of(mill.state(), NOW).aligned()).isTrue();
    assertThat(Alignment.of(mill.state(), NOW.plus(Duration.ofDays(51))).aligned()).isFalse();
  }

  @Test
  void completeness_is_what_is_there_of_what_the_stage_wants() {
    var bare = Completeness.of(mill().state());
    assertThat(bare.share()).isEqualTo(0);
    assertThat(bare.missing()).hasSize(8).contains("industry", "contact");
    var known = Completeness.of(mill().with("p-1", null, "sales").state());
    assertThat(known.share()).isEqualTo(1 / 8.0);
  }

  @Test
  void freshness_halves_every_90_days() {
    var mill = mill().with("p-1", null, "sales").met(10, true, null, "p-1");
    var later = NOW.plus(Duration.ofDays(90));
    assertThat(Freshness.of(mill.state(), NOW).value()).isEqualTo(1, within(1e-9));
    assertThat(Freshness.of(mill.state(), later).value()).isEqualTo(.5, within(1e-9));
    assertThat(AccountStory.mill().state().touches()).isEmpty();
  }

  @Test
  void a_champion_of_the_past_was_there_then_and_is_judged_by_what_had_taken_place() {
    var gone = champion("p-1", 200, NOW.minus(Duration.ofDays(10)));
    var mill =
        mill()
            .then(List.of(new Change.OfContact(gone)), NOW)
            .then(List.of(new Change.OfContact(champion("p-2", 20, null))), NOW)
            .met(30, true, null, "p-1")
            .met(2, true, null, "p-2");
    var weeks = ChampionWeek.of(mill.state(), 6, NOW);
    assertThat(weeks).hasSize(6);
    assertThat(requireNonNull(weeks.getFirst().champion()).strength()).isZero();
    var met = requireNonNull(weeks.get(1).champion());
    assertThat(met.contact()).isEqualTo("p-1");
    assertThat(met.strength())
        .isCloseTo(100 * (.35 * Math.pow(2, -2 / 30.0) + .25 * .25) / .85, within(1e-6));
    assertThat(requireNonNull(weeks.get(4).champion()).contact())
        .as("the other one has left")
        .isEqualTo("p-2");
    assertThat(weeks.getLast().at()).isEqualTo(NOW);
    assertThat(weeks.getLast().champion()).isEqualTo(mill.state().champion(NOW).orElseThrow());
    assertThat(ChampionWeek.of(mill().state(), 1, NOW).getFirst().champion()).isNull();
  }

  private static Contact champion(String id, int daysAgo, @Nullable Instant leftAt) {
    var since = NOW.minus(Duration.ofDays(daysAgo));
    var details = AccountStory.person(id, null, "sales", "champion");
    return new Contact(id, 1, details, Source.MANUAL, null, null, leftAt, since, since, Map.of());
  }
}
