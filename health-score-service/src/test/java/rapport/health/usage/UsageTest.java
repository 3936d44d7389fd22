package rapport.health.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.FieldSkipped;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionResumed;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.ConversationEvent.TurnUndone;
import rapport.testkit.ConversationTopic;

class UsageTest {

  private static final SessionStarted STARTED =
      new SessionStarted("customer-profile", 1, "en", null);
  private static final MessageReceived SAID = new MessageReceived("m", "words");
  private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
  private static final LocalDate SECOND = LocalDate.parse("2026-03-02");

  @Test
  void counts_each_thing_on_the_day_it_happened() {
    var usage =
        ConversationUsage.NONE
            .apply(at("2026-03-01T23:59:59Z", STARTED))
            .apply(at("2026-03-01T23:59:59Z", SAID))
            .apply(at("2026-03-02T00:00:00Z", SAID))
            .apply(at("2026-03-02T00:00:01Z", SAID))
            .apply(at("2026-03-02T00:00:02Z", new SessionCompleted()));
    assertThat(usage.byDay())
        .isEqualTo(Map.of(FIRST, new DayUsage(1, 0, 1), SECOND, new DayUsage(0, 1, 2)));
  }

  @Test
  void a_resumed_conversation_is_not_completed() {
    var usage =
        ConversationUsage.NONE
            .apply(at("2026-03-01T10:00:00Z", STARTED))
            .apply(at("2026-03-01T10:01:00Z", new SessionCompleted()))
            .apply(at("2026-03-02T10:00:00Z", new SessionResumed()));
    assertThat(usage.byDay()).isEqualTo(Map.of(FIRST, new DayUsage(1, 0, 0)));
  }

  @Test
  void what_was_taken_back_was_use_all_the_same() {
    var usage =
        ConversationUsage.NONE
            .apply(at("2026-03-01T10:00:00Z", SAID))
            .apply(at("2026-03-01T10:01:00Z", new TurnUndone("m")));
    assertThat(usage.byDay()).isEqualTo(Map.of(FIRST, new DayUsage(0, 0, 1)));
  }

  @Test
  void other_events_are_no_use() {
    assertThat(ConversationUsage.NONE.apply(at("2026-03-01T10:00:00Z", new FieldSkipped("age"))))
        .isEqualTo(ConversationUsage.NONE);
  }

  @Test
  void a_report_sums_conversations_within_its_days() {
    var one =
        ConversationUsage.NONE
            .apply(at("2026-03-01T10:00:00Z", STARTED))
            .apply(at("2026-03-02T10:00:00Z", SAID));
    var two =
        ConversationUsage.NONE
            .apply(at("2026-03-02T10:00:00Z", STARTED))
            .apply(at("2026-03-03T10:00:00Z", SAID));
    var report = UsageReport.empty(SECOND, SECOND).plus(one).plus(two);
    assertThat(report.days()).isEqualTo(Map.of(SECOND, new DayUsage(1, 0, 1)));
    assertThat(report.total()).isEqualTo(new DayUsage(1, 0, 1));
  }

  private static rapport.contracts.Envelope<ConversationEvent> at(
      String time, ConversationEvent event) {
    return ConversationTopic.envelope("main", "c1", 1, Instant.parse(time), event);
  }
}
