package rapport.integrations.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.EventCatalog;
import rapport.testkit.ConversationTopic;

class EventTallyTest {

  private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final MessageReceived SAID = new MessageReceived("m", "words");

  @Test
  void counts_by_the_name_on_the_wire() {
    var tally = EventTally.NONE.apply(at(NINE, SAID)).apply(at(TEN, SAID));
    assertThat(tally.counts())
        .isEqualTo(Map.of("rapport.conversation.message-received.v1", new EventCount(2, TEN)));
  }

  @Test
  void the_last_time_is_the_latest_in_whatever_order_they_come() {
    var tally = EventTally.NONE.apply(at(TEN, SAID)).apply(at(NINE, SAID));
    assertThat(tally.counts().values()).containsExactly(new EventCount(2, TEN));
  }

  @Test
  void tallies_add_up() {
    var one = EventTally.NONE.apply(at(NINE, SAID));
    var two = EventTally.NONE.apply(at(TEN, SAID)).apply(at(TEN, new SessionCompleted()));
    assertThat(one.plus(two).counts())
        .isEqualTo(
            Map.of(
                "rapport.conversation.message-received.v1", new EventCount(2, TEN),
                "rapport.conversation.session-completed.v1", new EventCount(1, TEN)));
    assertThat(one.plus(two)).isEqualTo(two.plus(one));
  }

  @Test
  void every_published_event_has_a_name() {
    assertThat(EventCatalog.CONVERSATION.types()).isNotEmpty();
    assertThat(EventTally.NONE.apply(at(NINE, SAID)).counts().keySet())
        .isSubsetOf(EventCatalog.CONVERSATION.types().keySet());
  }

  private static rapport.contracts.Envelope<ConversationEvent> at(
      Instant time, ConversationEvent event) {
    return ConversationTopic.envelope("main", "c1", 1, time, event);
  }
}
