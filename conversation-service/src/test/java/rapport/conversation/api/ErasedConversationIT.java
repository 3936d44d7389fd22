package rapport.conversation.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rapport.conversation.session.Commit;
import rapport.conversation.session.ConversationLog;
import rapport.runtime.outbox.Outbox;
import rapport.runtime.outbox.OutboxEntry;
import rapport.runtime.privacy.Kept;
import rapport.runtime.privacy.PersonalData;
import rapport.runtime.privacy.Subject;
import reactor.core.publisher.Flux;

class ErasedConversationIT extends ConversationServiceSetting {

  @Autowired PersonalData data;
  @Autowired Outbox outbox;
  @Autowired ConversationLog log;

  private Flux<Long> counted(Subject whose) {
    return Flux.fromIterable(data.kept())
        .concatMap(kept -> kept.traces(workspace, List.of(whose)))
        .map(traces -> traces.getFirst().documents());
  }

  private void erase(Subject whose) {
    for (Kept kept : data.kept()) {
      kept.erase(workspace, whose).block();
    }
  }

  @Test
  void nobody_goes_on_with_it_and_nothing_of_it_is_told_again() {
    var id = start(Map.of("onboarding_company_name", "Acme Corp"));
    var other = start(Map.of("onboarding_company_name", "Mill Ltd"));
    say(id, "m1", "Economic Buyer");
    var hers = Subject.ofConversations(List.of(id));
    assertThat(counted(hers).reduce(Long::sum).block()).isPositive();

    erase(hers);
    erase(hers);

    client.get().uri("/api/v1/conversations/" + id).exchange().expectStatus().isNotFound();
    for (var message : List.of("m1", "m2")) {
      var body = Map.of("messageId", message, "text", "Economic Buyer");
      post("/api/v1/conversations/" + id + "/messages", body, 404);
    }
    assertThat(counted(hers).reduce(Long::sum).block()).isZero();
    var told = outbox.log(Instant.EPOCH).map(OutboxEntry::streamKey).collectList().block();
    assertThat(Objects.requireNonNull(told))
        .doesNotContain(workspace + "/" + id)
        .contains(workspace + "/" + other);
    assertThat(conversation(other).at("/rev").asLong()).isPositive();
  }

  @Test
  void a_message_sent_again_does_not_begin_the_next_one_anew() {
    var id = start();
    var turn = say(id, "m1", "create another profile");
    var next = turn.get("next").asString();
    var erased = Subject.ofConversations(List.of(next));
    erase(erased);
    assertThat(say(id, "m1", "create another profile")).isEqualTo(turn);
    client.get().uri("/api/v1/conversations/" + next).exchange().expectStatus().isNotFound();
    assertThat(counted(erased).reduce(Long::sum).block()).isZero();
  }

  @Test
  void a_call_sent_again_does_not_begin_its_session_anew() {
    var flow = "/genkit/flows/customer-profile";
    var call = Map.of("data", Map.of("clientMessageId", "g1"));
    var session = post(flow, call, 200).at("/result/sessionId").asString();
    erase(Subject.ofConversations(List.of(session)));
    assertThat(post(flow, call, 404).at("/status").asString()).isEqualTo("NOT_FOUND");
    client.get().uri("/api/v1/conversations/" + session).exchange().expectStatus().isNotFound();
  }

  @Test
  void an_instance_that_is_far_behind_learns_that_it_is_gone() {
    var id = start();
    var seen = Objects.requireNonNull(log.after(workspace, id, 0).blockLast());
    for (var seq = seen.seq() + 1; seq <= 100; seq++) {
      var elsewhere = elsewhere(id, seq, seen.lastRev() + 1);
      assertThat(log.append(elsewhere).block()).isTrue();
    }
    erase(Subject.ofConversations(List.of(id)));
    client.get().uri("/api/v1/conversations/" + id).exchange().expectStatus().isNotFound();
  }

  /** What another instance took, and this one has not read. */
  private Commit elsewhere(String id, long seq, long rev) {
    return new Commit(
        workspace,
        id,
        seq,
        rev,
        "e" + seq,
        "",
        Instant.EPOCH,
        null,
        null,
        Map.of(),
        List.of(),
        List.of(),
        "");
  }
}
