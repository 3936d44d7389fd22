package rapport.profile.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.profile.TestCallers;
import rapport.profile.profile.ProfileUpdate;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.RecordStory;
import rapport.profile.record.RecordUpdate;
import rapport.profile.store.BuyingProcessViews;
import rapport.profile.store.ProfileViews;
import rapport.runtime.identity.ServiceTokens;
import rapport.runtime.projection.Versioned;
import rapport.runtime.projection.Views;
import rapport.testkit.EmbeddedStore;

/** The service with a store and no broker: views are saved as the projections would. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "rapport.store.database=profile_api_test",
      "rapport.profile.imports-sweep=200ms",
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      "logging.level.org.apache.kafka=off"
    })
@Import(TestCallers.class)
abstract class ApiSetting {

  @DynamicPropertySource
  static void store(DynamicPropertyRegistry registry) {
    registry.add("spring.mongodb.uri", () -> EmbeddedStore.shared().uri());
  }

  @Autowired ProfileViews profiles;
  @Autowired BuyingProcessViews buyingProcesses;
  @Autowired ServiceTokens tokens;
  @LocalServerPort int port;

  final String workspace = "w-" + UUID.randomUUID();
  WebTestClient client = WebTestClient.bindToServer().build();

  @BeforeEach
  void signIn() {
    client = as(TestCallers.viewer(tokens, workspace));
  }

  /** A conversation that builds a profile went on so. */
  void profile(String id, ConversationEvent... events) {
    var none = ProfileUpdate.saved(ConversationRecord.none(id), 0);
    save(profiles, none, ProfileUpdate::apply, id, events);
  }

  /** A conversation that maps a buying process went on so. */
  void mapping(String id, ConversationEvent... events) {
    var none = RecordUpdate.saved(ConversationRecord.none(id));
    save(buyingProcesses, none, RecordUpdate::apply, id, events);
  }

  private interface Fold<V> {
    V apply(V view, Envelope<ConversationEvent> event);
  }

  private <V> void save(
      Views<V, ConversationEvent> views,
      V none,
      Fold<V> fold,
      String id,
      ConversationEvent... events) {
    var before =
        requireNonNull(views.find(workspace, id).defaultIfEmpty(new Versioned<>(none, 0)).block());
    var envelopes = RecordStory.envelopes(workspace, id, before.rev() + 1, List.of(events));
    var view = before.view();
    for (var envelope : envelopes) {
      view = fold.apply(view, envelope);
    }
    var rev = before.rev() + events.length;
    assertThat(views.save(workspace, id, view, before.rev(), rev, envelopes).block()).isTrue();
  }

  WebTestClient.BodyContentSpec get(String uri) {
    return status(uri).isOk().expectBody();
  }

  StatusAssertions status(String uri) {
    return client.get().uri(uri).exchange().expectStatus();
  }

  static String text(WebTestClient client, String uri) {
    return requireNonNull(
        client
            .get()
            .uri(uri)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  WebTestClient as(String token) {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(PATIENCE)
        .defaultHeader(ServiceTokens.HEADER, token)
        .build();
  }
}
