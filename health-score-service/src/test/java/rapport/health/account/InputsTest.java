package rapport.health.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rapport.contracts.AccountSignal;
import rapport.contracts.AccountSignal.ChampionAssessed;
import rapport.contracts.AccountSignal.ContactRecorded;
import rapport.contracts.AccountSignal.ContractRecorded;
import rapport.contracts.AccountSignal.Direction;
import rapport.contracts.AccountSignal.GoalRecorded;
import rapport.contracts.AccountSignal.InteractionLogged;
import rapport.contracts.AccountSignal.NpsAnswered;
import rapport.contracts.AccountSignal.RoiMeasured;
import rapport.contracts.AccountSignal.TicketRecorded;
import rapport.contracts.AccountSignal.UsageReported;
import rapport.health.score.Input;

/** What follows from what was told. */
class InputsTest {

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

  @Test
  void of_nothing_nothing_follows() {
    assertThat(inputs()).isEmpty();
  }

  @Test
  void usage_is_that_of_the_last_report() {
    var inputs = inputs(new UsageReported(TODAY.minusDays(1), 30, 40, 80, 6, 10));
    assertThat(inputs)
        .containsEntry(Input.WEEKLY_ACTIVE, .5)
        .containsEntry(Input.CORE_FEATURES, .6)
        .containsKey(Input.DAYS_SINCE_ACTIVE);
  }

  @Test
  void usage_that_nobody_reported_for_over_a_week_is_not_known() {
    assertThat(inputs(new UsageReported(TODAY.minusDays(9), 30, 40, 80, 6, 10))).isEmpty();
  }

  @Test
  void people_count_for_ninety_days_and_while_they_are_there() {
    var inputs =
        inputs(
            new ContactRecorded("gone", List.of(), null, null, false),
            met("1", 10, "here", true, .5),
            met("2", 20, "gone", false, null),
            met("3", 91, "long-ago", false, null));
    assertThat(inputs).containsEntry(Input.ACTIVE_CONTACTS, 1.0);
    assertThat(inputs).containsEntry(Input.RECENCY, 10.0);
    assertThat(inputs).containsEntry(Input.EXECUTIVE_TOUCH, 10.0);
    assertThat(inputs).containsEntry(Input.SENTIMENT, .5);
  }

  @Test
  void what_was_felt_longer_ago_counts_less() {
    var inputs = inputs(met("1", 0, "a", false, 1.0), met("2", 45, "a", false, -1.0));
    assertThat(inputs.get(Input.SENTIMENT)).isCloseTo((1 - .5) / 1.5, within(1e-9));
  }

  @Test
  void what_is_to_come_is_not_known_yet() {
    assertThat(inputs(met("1", -1, "a", true, 1.0))).isEmpty();
    assertThat(inputs(new RoiMeasured("r", TODAY.plusDays(1), dec("2"), dec("2")))).isEmpty();
    assertThat(inputs(new NpsAnswered("n", NOW.plusSeconds(1), 9, null))).isEmpty();
  }

  @Test
  void goals_are_due_or_met() {
    var inputs =
        inputs(
            new GoalRecorded("met", "Met", TODAY.minusDays(9), TODAY.minusDays(9)),
            new GoalRecorded("early", "Early", TODAY.plusDays(9), TODAY.minusDays(9)),
            new GoalRecorded("missed", "Missed", TODAY.minusDays(1), null),
            new GoalRecorded("open", "Open", TODAY.plusDays(1), null));
    assertThat(inputs.get(Input.GOALS_MET)).isCloseTo(2.0 / 3, within(1e-9));
  }

  @Test
  void the_return_is_compared_with_its_target_and_is_unknown_without_one() {
    assertThat(inputs(new RoiMeasured("r", TODAY, dec("1.5"), dec("2"))))
        .containsEntry(Input.ROI, .75);
    assertThat(inputs(new RoiMeasured("r", TODAY, dec("1.5"), null))).isEmpty();
  }

  @Test
  void promoters_and_detractors_are_weighed_against_each_other() {
    var inputs =
        inputs(
            new NpsAnswered("1", NOW.minus(Duration.ofDays(3)), 10, null),
            new NpsAnswered("2", NOW.minus(Duration.ofDays(3)), 9, null),
            new NpsAnswered("3", NOW.minus(Duration.ofDays(3)), 7, null),
            new NpsAnswered("4", NOW.minus(Duration.ofDays(3)), 0, null),
            new NpsAnswered("old", NOW.minus(Duration.ofDays(366)), 0, null));
    assertThat(inputs).containsEntry(Input.NPS, 25.0);
  }

  @Test
  void the_first_goal_met_is_compared_with_the_plan() {
    var inputs =
        inputs(
            new ContractRecorded(
                "k",
                TODAY.minusDays(100),
                TODAY.plusDays(265),
                dec("1000"),
                "EUR",
                10,
                50,
                "active",
                null),
            new GoalRecorded("met", "Met", TODAY.minusDays(60), TODAY.minusDays(75)));
    assertThat(inputs).containsEntry(Input.TIME_TO_VALUE, .5);
  }

  @Test
  void twice_the_seats_may_have_twice_the_tickets() {
    var tickets =
        IntStream.range(0, 14 * 6)
            .<AccountSignal>mapToObj(i -> ticket("t" + i, i < 28 ? i : 28 + (i - 28) * 2));
    var told = tickets.toArray(AccountSignal[]::new);
    assertThat(inputs(told)).containsEntry(Input.TICKET_LOAD, 2.0);
    var grown =
        Stream.concat(Stream.of(told), Stream.of(seats("a", 400, 28, 10), seats("b", 27, 0, 20)));
    assertThat(inputs(grown.toArray(AccountSignal[]::new))).containsEntry(Input.TICKET_LOAD, 1.0);
  }

  private static AccountSignal ticket(String id, int daysAgo) {
    var opened = NOW.minus(Duration.ofDays(daysAgo));
    return new TicketRecorded(id, "p3", opened, opened.plusSeconds(3600), null, null);
  }

  /** A contract from so many days ago until so many days ago. */
  private static AccountSignal seats(String id, int from, int to, int seats) {
    return new ContractRecorded(
        id,
        TODAY.minusDays(from),
        TODAY.minusDays(to),
        dec("1000"),
        "EUR",
        seats,
        null,
        "active",
        null);
  }

  @Test
  void the_champion_is_as_told_last() {
    assertThat(inputs(new ChampionAssessed("c", 70, 0, 0, 0, null)))
        .containsEntry(Input.CHAMPION, 70.0);
  }

  @Test
  void telling_everything_twice_changes_nothing() {
    var told =
        Stream.concat(
                IntStream.range(0, 30)
                    .<AccountSignal>mapToObj(
                        i -> new UsageReported(TODAY.minusDays(i), i, i, 80, 6, 10)),
                IntStream.range(0, 9).mapToObj(i -> met("i" + i, i, "c" + i, i == 3, .1 * i)))
            .toArray(AccountSignal[]::new);
    var twice = Stream.concat(Stream.of(told), Stream.of(told)).toArray(AccountSignal[]::new);
    assertThat(inputs(twice)).isEqualTo(inputs(told)).hasSizeGreaterThan(6);
  }

  private static Map<Input, Double> inputs(AccountSignal... told) {
    var facts = Stream.of(told).reduce(AccountFacts.NONE, AccountFacts::apply, (a, _) -> a);
    return Inputs.of(facts, NOW, ZoneOffset.UTC);
  }

  private static InteractionLogged met(
      String id, int daysAgo, String contact, boolean executive, @Nullable Double sentiment) {
    return new InteractionLogged(
        id,
        "call",
        NOW.minus(Duration.ofDays(daysAgo)),
        Direction.INBOUND,
        List.of(contact),
        executive,
        sentiment,
        "crm");
  }

  private static BigDecimal dec(String number) {
    return new BigDecimal(number);
  }
}
