package rapport.lead.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.FieldSkipped;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionResumed;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.ConversationEvent.TurnUndone;
import rapport.testkit.ConversationTopic;

class SessionTest {

  private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");
  private static final SessionStarted STARTED =
      new SessionStarted("customer-profile", 1, "en", null);

  @Test
  void begins_with_its_conversation() {
    var session = after(STARTED);
    assertThat(session.flow()).isEqualTo("customer-profile");
    assertThat(session.startedAt()).isEqualTo(BEGIN.plusSeconds(1));
    assertThat(session.completed()).isFalse();
  }

  @Test
  void counts_what_the_person_says() {
    var session = after(STARTED, new MessageReceived("m1", "a"), new MessageReceived("m2", "b"));
    assertThat(session.turns()).isEqualTo(2);
    assertThat(session.lastMessageAt()).isEqualTo(BEGIN.plusSeconds(3));
  }

  @Test
  void does_not_count_what_was_taken_back() {
    var session = after(STARTED, new MessageReceived("m1", "a"), new TurnUndone("m1"));
    assertThat(session.turns()).isZero();
  }

  @Test
  void is_completed_until_it_is_resumed() {
    assertThat(after(STARTED, new SessionCompleted()).completed()).isTrue();
    assertThat(after(STARTED, new SessionCompleted(), new SessionResumed()).completed()).isFalse();
  }

  @Test
  void other_events_leave_it_as_it_is() {
    assertThat(after(STARTED, new FieldSkipped("job_title"))).isEqualTo(after(STARTED));
  }

  private static Session after(ConversationEvent... events) {
    var session = Session.none("c1");
    for (int i = 0; i < events.length; i++) {
      var at = BEGIN.plusSeconds(i + 1);
      session = session.apply(ConversationTopic.envelope("main", "c1", i + 1, at, events[i]));
    }
    return session;
  }
}
