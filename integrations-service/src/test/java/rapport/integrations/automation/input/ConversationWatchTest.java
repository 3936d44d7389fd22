package rapport.integrations.automation.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.AutomationEvent.Subject;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.ColleagueCalled;
import rapport.contracts.ConversationEvent.EmailCaptured;
import rapport.contracts.ConversationEvent.IntentAssessed;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.Envelope;
import rapport.integrations.automation.Observation;
import rapport.integrations.automation.Vocabulary;

class ConversationWatchTest {

  private Watched watched = Watched.NEW;
  private long rev;

  @Test
  void tells_how_a_conversation_begins_and_ends_and_never_what_was_said() {
    watch(new SessionStarted("customer-profile", 1, "de", null));
    watch(new MessageReceived("m1", "My secret is 42"));
    watch(new EmailCaptured("contact.email", "ada@acme.example", null));
    watch(new IntentAssessed("m1", 2, 0.7, List.of(), List.of()));
    watch(new SessionCompleted());
    assertThat(watched.fresh())
        .extracting(Observation::event)
        .containsExactly("conversation_started", "email_captured", null, "conversation_completed");
    assertThat(watched.fresh())
        .extracting(Observation::subject)
        .containsOnly(new Subject("conversation", "c-1"));
    assertThat(watched.fresh().get(0).facts())
        .isEqualTo(Map.of("conversation_flow", "customer-profile", "conversation_locale", "de"));
    assertThat(watched.fresh().get(2).facts()).isEqualTo(Map.of("visitor_intent", 0.7));
    assertThat(watched.fresh().toString()).doesNotContain("secret").doesNotContain("ada@");
  }

  @Test
  void a_colleague_that_is_called_is_told_and_one_that_is_needed_no_more_is_not() {
    watch(new ColleagueCalled("likely_buyer"));
    watch(new ColleagueCalled(null));

    assertThat(watched.fresh()).extracting(Observation::event).containsExactly("colleague_called");
  }

  @Test
  void everything_it_tells_has_a_name_that_automations_may_use() {
    for (var name :
        List.of(
            "conversation_started",
            "conversation_completed",
            "email_captured",
            "question_left_open",
            "colleague_called",
            "agent_joined",
            "conversation_flow",
            "conversation_locale",
            "visitor_persona",
            "visitor_intent")) {
      assertThat(Vocabulary.named(name))
          .hasValueSatisfying(word -> assertThat(word.subject()).isEqualTo("conversation"));
    }
  }

  private void watch(ConversationEvent event) {
    rev++;
    var at = Instant.parse("2026-03-01T09:00:00Z");
    watched =
        ConversationWatch.apply(
            watched, new Envelope<>("c-1:" + rev, "w", "c-1", rev, at, null, null, event));
  }
}
