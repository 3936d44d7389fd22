package rapport.integrations;

import static org.awaitility.Awaitility.await;
import static rapport.testkit.Patience.PATIENCE;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.ServiceTokens;
import rapport.testkit.ApiDescription;
import rapport.testkit.ConversationTopic;
import rapport.testkit.EmbeddedBroker;

class IntegrationsIT extends RunningService {

  private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");

  private final String workspace = "w-" + UUID.randomUUID();
  private final ConversationTopic topic =
      new ConversationTopic(EmbeddedBroker.shared().bootstrapServers());

  @BeforeAll
  static void prepare() {
    ApiDescription.prepare();
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @AfterEach
  void closeTopic() {
    topic.close();
  }

  @Test
  void counts_the_events_of_the_workspace_by_type() throws Exception {
    var start = new SessionStarted("customer-profile", 1, "en", null);
    var first = List.of(start, new MessageReceived("m1", "hello"), new SessionCompleted());
    topic.publish(workspace, "c1", BEGIN, first);
    topic.publish(workspace, "c1", BEGIN, first);
    topic.publish(workspace, "c2", BEGIN, List.of(start, new MessageReceived("m2", "hi")));
    topic.publish("other-" + workspace, "c1", BEGIN, first);
    await()
        .untilAsserted(() ->
            client()
                .get()
                .uri("/api/v1/integrations/events/summary")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                    """
                    {
                      "items": [
                        {
                          "type": "rapport.conversation.message-received.v1",
                          "count": 2,
                          "last": "2026-03-01T09:01:00Z"
                        },
                        {
                          "type": "rapport.conversation.session-completed.v1",
                          "count": 1,
                          "last": "2026-03-01T09:02:00Z"
                        },
                        {
                          "type": "rapport.conversation.session-started.v1",
                          "count": 2,
                          "last": "2026-03-01T09:00:00Z"
                        }
                      ]
                    }
                    """));
  }

  @Test
  void the_api_is_described_as_it_is() throws IOException, InterruptedException {
    ApiDescription.isCommitted(port, ServiceTokens.HEADER, TestCallers.viewer(tokens, workspace));
  }

  @Test
  void is_ready_when_its_store_answers() {
    client().get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
  }

  @Test
  void answers_404_where_there_is_nothing_yet() {
    client().get().uri("/api/v1/nothing-here").exchange().expectStatus().isNotFound();
  }

  private WebTestClient client() {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(PATIENCE)
        .defaultHeader(ServiceTokens.HEADER, TestCallers.viewer(tokens, workspace))
        .build();
  }
}
