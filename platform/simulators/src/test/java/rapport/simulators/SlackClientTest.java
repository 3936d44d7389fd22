package rapport.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slack's own client against the simulated Slack. */
class SlackClientTest {

  private final SlackSimulator simulator = new SlackSimulator();
  private final SlackConfig config = new SlackConfig();
  private Slack slack;

  @BeforeEach
  void start() {
    config.setMethodsEndpointUrlPrefix(simulator.url() + "/api/");
    config.setStatsEnabled(false);
    slack = Slack.getInstance(config);
  }

  @AfterEach
  void stop() throws Exception {
    slack.close();
    simulator.close();
  }

  @Test
  void is_told_who_it_is_and_that_a_token_is_none() throws IOException, SlackApiException {
    var who = slack.methods("xoxb-good").authTest(asked -> asked);
    assertThat(who.isOk()).isTrue();
    assertThat(who.getTeam()).isEqualTo("Acme");
    var other = slack.methods("xoxb-bad").authTest(asked -> asked);
    assertThat(other.getError()).isEqualTo("invalid_auth");
  }

  @Test
  void finds_what_it_posted_with_its_metadata_page_by_page() throws IOException, SlackApiException {
    var methods = slack.methods("xoxb-good");
    for (var number = 0; number < 5; number++) {
      post(methods, "Hello " + number);
    }
    var read = new ArrayList<Message>();
    var cursor = "";
    do {
      var next = cursor;
      var page =
          methods.conversationsHistory(
              asked -> asked.channel("C1").limit(2).cursor(next).includeAllMetadata(true));
      assertThat(page.isOk()).isTrue();
      read.addAll(page.getMessages());
      var rest = page.getResponseMetadata();
      cursor = rest == null ? "" : rest.getNextCursor();
    } while (!cursor.isEmpty());
    assertThat(read)
        .extracting(Message::getText)
        .containsExactly("Hello 4", "Hello 3", "Hello 2", "Hello 1", "Hello 0");
    assertThat(read.getFirst().getMetadata().getEventPayload()).containsEntry("key", "Hello 4");
  }

  @Test
  void is_refused_in_a_channel_that_is_not_there() throws IOException, SlackApiException {
    var answer =
        slack.methods("xoxb-good").chatPostMessage(asked -> asked.channel("C9").text("Hello"));
    assertThat(answer.getError()).isEqualTo("channel_not_found");
  }

  private static void post(MethodsClient methods, String text)
      throws IOException, SlackApiException {
    var metadata =
        Message.Metadata.builder()
            .eventType("rapport_message")
            .eventPayload(Map.of("key", text))
            .build();
    var answer =
        methods.chatPostMessage(asked -> asked.channel("C1").text(text).metadata(metadata));
    assertThat(answer.isOk()).isTrue();
  }
}
