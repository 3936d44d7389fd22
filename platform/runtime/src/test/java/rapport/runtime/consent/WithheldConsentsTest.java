package rapport.runtime.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConsentPurpose;
import rapport.contracts.PersonState;
import rapport.runtime.store.DocumentStore;
import rapport.testkit.EmbeddedStore;

class WithheldConsentsTest {

  private final MongoClient client = MongoClients.create(EmbeddedStore.shared().uri());
  private final WithheldConsents consents =
      new WithheldConsents(new DocumentStore(client, "c" + UUID.randomUUID()));
  private final Map<String, Long> revs = new HashMap<>();

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void what_a_person_withholds_is_withheld_in_all_their_conversations_and_in_no_others() {
    stands("nora", List.of("c1", "c2"), List.of(ConsentPurpose.MODEL, ConsentPurpose.MARKETING));
    stands("otto", List.of("c3"), List.of(ConsentPurpose.CRM));
    assertThat(withholds("acme", "c1", ConsentPurpose.MODEL)).isTrue();
    assertThat(withholds("acme", "c2", ConsentPurpose.MODEL)).isTrue();
    assertThat(withholds("acme", "c2", ConsentPurpose.CRM)).isFalse();
    assertThat(withholds("acme", "c3", ConsentPurpose.MODEL)).isFalse();
    assertThat(withholds("acme", "nobodys", ConsentPurpose.MODEL)).isFalse();
    assertThat(withholds("other", "c1", ConsentPurpose.MODEL)).isFalse();
    assertThat(
            consents.withholding("acme", List.of("c1", "c3", "c9"), ConsentPurpose.MODEL).block())
        .containsExactly("c1");
  }

  @Test
  void who_agrees_again_withholds_nothing_any_more() {
    stands("nora", List.of("c1"), List.of(ConsentPurpose.MODEL));
    stands("nora", List.of("c1"), List.of());
    assertThat(withholds("acme", "c1", ConsentPurpose.MODEL)).isFalse();
  }

  @Test
  void a_state_of_an_earlier_version_withholds_nothing() {
    stands("nora", List.of("c1"), null);
    assertThat(withholds("acme", "c1", ConsentPurpose.MODEL)).isFalse();
  }

  private void stands(
      String person, List<String> conversations, @Nullable List<ConsentPurpose> withheld) {
    var state = new PersonState(null, conversations, Map.of(), withheld);
    var rev = revs.merge(person, 1L, Long::sum);
    assertThat(consents.save("acme", person, Withheld.of(state), rev - 1, rev, List.of()).block())
        .isTrue();
  }

  private boolean withholds(String workspace, String conversation, ConsentPurpose purpose) {
    return Boolean.TRUE.equals(consents.withholds(workspace, conversation, purpose).block());
  }
}
