package rapport.integrations.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.integrations.connection.Connection;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outcome;
import rapport.integrations.sending.Sender;
import rapport.integrations.store.Bench;
import rapport.integrations.sync.SyncSettings;
import rapport.runtime.projection.StreamRef;
import rapport.simulators.MovableClock;
import rapport.simulators.SlackSimulator;

/** A message arrives once, also when an answer goes missing. */
class SlackSendingTest {

  @TempDir Path folder;
  private final SlackSimulator slack = new SlackSimulator();
  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T09:00:00Z"));
  private final SlackConnector connector = new SlackConnector(clock);
  private Bench bench;
  private StreamRef slackThere;
  private Sender sender;

  @BeforeEach
  void connect() {
    var settings =
        new SyncSettings(
            Duration.ofMinutes(1), 7, 4, 0.1, Duration.ofMinutes(15), Duration.ofSeconds(1));
    bench = new Bench(folder.resolve("keys.json"), clock, settings, PATIENCE, List.of(connector));
    slackThere =
        bench.connect(connector, Map.of("apiUrl", slack.url()), Map.of("botToken", "xoxb-good"));
    sender = bench.sender();
  }

  @AfterEach
  void disconnect() {
    slack.close();
    bench.close();
  }

  @Test
  void a_message_is_posted_once_for_its_key() {
    var first = send("C1", "key-1");
    assertThat(first).isInstanceOf(Outcome.Done.class);
    assertThat(send("C1", "key-1"))
        .isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.repeated()).isTrue());
    assertThat(send("C1", "key-2")).isInstanceOf(Outcome.Done.class);
    assertThat(slack.workspace().messages()).hasSize(2);
  }

  @Test
  void a_message_whose_answer_went_missing_is_found_again_and_not_sent_twice() {
    slack.loseAnswers(1);
    assertThat(send("C1", "key-1")).isInstanceOf(Outcome.Later.class);
    assertThat(send("C1", "key-1"))
        .isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.repeated()).isTrue());
    assertThat(slack.workspace().messages()).hasSize(1);
  }

  @Test
  void without_leave_to_look_it_is_sent_again_rather_than_lost() {
    slack.letLook(false);
    slack.loseAnswers(1);
    send("C1", "key-1");
    assertThat(send("C1", "key-1")).isInstanceOf(Outcome.Done.class);
    assertThat(slack.workspace().messages()).hasSize(2);
  }

  @Test
  void a_pause_that_slack_asks_for_is_told() {
    slack.limit(true);
    assertThat(send("C1", "key-1"))
        .isInstanceOfSatisfying(
            Outcome.Later.class,
            later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(11)));
  }

  @Test
  void a_channel_that_is_closed_to_us_is_for_a_person_to_open() {
    assertThat(send("C9", "key-1"))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("channel-closed"));
  }

  @Test
  void a_message_for_a_connection_that_rests_waits_until_it_goes_on() {
    to(Connection.State.PAUSED);
    assertThat(send("C1", "key-1"))
        .isInstanceOfSatisfying(
            Outcome.Later.class, later -> assertThat(later.code()).isEqualTo("paused"));
    assertThat(slack.workspace().messages()).isEmpty();
    to(Connection.State.ACTIVE);
    assertThat(send("C1", "key-1")).isInstanceOf(Outcome.Done.class);
  }

  private void to(Connection.State state) {
    var now = bench.connection(slackThere);
    assertThat(bench.connections.replace(now.to(state, null, clock.instant())).block(PATIENCE))
        .isNotNull();
  }

  @Test
  void nothing_that_takes_mail_is_connected() {
    var mail = new Message.Mail(null, List.of("a@b.example"), List.of(), "Hi", "Hello", null, null);
    assertThat(sender.send(bench.workspace, mail, "key-1").block(PATIENCE))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("no-connection"));
    assertThat(sender.canSend(bench.workspace, Message.Mail.class).block(PATIENCE)).isFalse();
    assertThat(sender.canSend(bench.workspace, Message.Chat.class).block(PATIENCE)).isTrue();
  }

  private Outcome send(String channel, String key) {
    var message = new Message.Chat(null, channel, "An account is at risk.", null);
    return Objects.requireNonNull(sender.send(bench.workspace, message, key).block(PATIENCE));
  }
}
