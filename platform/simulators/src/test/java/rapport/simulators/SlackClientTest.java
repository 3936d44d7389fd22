package rapport.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Conversation;
import com.slack.api.model.Message;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slack's own client against the simulated Slack. */
class SlackClientTest {

  private final SlackSimulator simulator = new SlackSimulator();
  private final SlackWorkspace acme = simulator.workspace();
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

  @Test
  void reads_channels_threads_and_who_is_in_them() throws IOException, SlackApiException {
    var at = Instant.parse("2026-03-01T09:00:00Z");
    acme.user("U9", "Nora Lee", "nora@brightloom.example", "T9");
    var asked = acme.say("C1", at, "U9", "When is the review?");
    acme.reply("C1", asked, at.plusSeconds(60), "U2", "On Friday.");
    var second = acme.reply("C1", asked, at.plusSeconds(90), "U2", "At nine.");
    acme.edit("C1", second, at.plusSeconds(120), "At ten.");
    var later = acme.say("C1", at.plusSeconds(30), "U2", "A word apart");
    acme.delete("C1", later, at.plusSeconds(40));
    var methods = slack.methods("xoxb-good");

    var history = methods.conversationsHistory(given -> given.channel("C1").oldest("1"));
    var root = history.getMessages().getFirst();
    assertThat(history.getMessages()).hasSize(1);
    assertThat(root.getThreadTs()).isEqualTo(asked);
    assertThat(root.getReplyCount()).isEqualTo(2);

    var thread = methods.conversationsReplies(given -> given.channel("C1").ts(asked).limit(100));
    assertThat(thread.getMessages())
        .extracting(Message::getText)
        .containsExactly("When is the review?", "On Friday.", "At ten.");
    assertThat(thread.getMessages().getLast().getParentUserId()).isEqualTo("U9");
    assertThat(thread.getMessages().getLast().getEdited().getTs()).isNotBlank();

    var nora = methods.usersInfo(given -> given.user("U9")).getUser();
    assertThat(nora.getTeamId()).isEqualTo("T9");
    assertThat(nora.getProfile().getEmail()).isEqualTo("nora@brightloom.example");
    assertThat(methods.conversationsMembers(given -> given.channel("C1")).getMembers())
        .contains("U9");
    assertThat(methods.usersConversations(given -> given).getChannels())
        .extracting(Conversation::getName)
        .containsExactly("general");
  }

  @Test
  void is_told_why_a_channel_cannot_be_read() throws IOException, SlackApiException {
    var methods = slack.methods("xoxb-good");
    acme.leave("C1", true);
    assertThat(methods.conversationsHistory(given -> given.channel("C1")).getError())
        .isEqualTo("not_in_channel");
    simulator.letLook(false);
    var refused = methods.conversationsHistory(given -> given.channel("C1"));
    assertThat(refused.getError()).isEqualTo("missing_scope");
    assertThat(refused.getNeeded()).isEqualTo("channels:history");
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
