package rapport.conversation.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rapport.runtime.outbox.Outbox;
import rapport.runtime.outbox.OutboxEntry;
import rapport.runtime.privacy.Kept;
import rapport.runtime.privacy.PersonalData;
import rapport.runtime.privacy.Subject;
import reactor.core.publisher.Flux;

class ErasedConversationIT extends ConversationServiceSetting {

  @Autowired PersonalData data;
  @Autowired Outbox outbox;

  private Flux<Long> counted(Subject whose) {
    return Flux.fromIterable(data.kept())
        .concatMap(kept -> kept.traces(workspace, List.of(whose)))
        .map(traces -> traces.getFirst().documents());
  }

  @Test
  void nobody_goes_on_with_it_and_nothing_of_it_is_told_again() {
    var id = start(Map.of("onboarding_company_name", "Acme Corp"));
    var other = start(Map.of("onboarding_company_name", "Mill Ltd"));
    say(id, "m1", "Economic Buyer");
    var hers = Subject.ofConversations(List.of(id));
    assertThat(counted(hers).reduce(Long::sum).block()).isPositive();

    for (Kept kept : data.kept()) {
      kept.erase(workspace, hers).block();
      kept.erase(workspace, hers).block();
    }

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
}
