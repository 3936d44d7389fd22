package rapport.integrations.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.integrations.connection.Connection.State;
import rapport.integrations.connector.Reading;
import rapport.integrations.connector.ReadingContract;
import rapport.simulators.Faults;
import rapport.simulators.SlackSimulator;
import rapport.simulators.SlackWorkspace;

class SlackContractTest extends ReadingContract {

  private static final String NORA = "U9";

  private final SlackSimulator slack = new SlackSimulator(clock, 8, 0);
  private final SlackWorkspace acme = slack.workspace();
  private final Map<Integer, String> put = new HashMap<>();

  @BeforeEach
  void people() {
    acme.channel("C2", "shared-brightloom");
    acme.user(NORA, "Nora Lee", "Nora@brightloom.example", "T9");
  }

  @AfterEach
  void close() {
    slack.close();
  }

  @Override
  protected Reading connector() {
    return new SlackConnector(clock);
  }

  @Override
  protected Map<String, String> shown() {
    return Map.of("apiUrl", slack.url(), "channels", "#shared-brightloom\nC1", "days", "90");
  }

  @Override
  protected Map<String, String> secret() {
    return Map.of("botToken", "xoxb-good");
  }

  @Override
  protected Map<String, String> wrong() {
    return Map.of("botToken", "xoxb-bad");
  }

  /** Every fourth answers the one before it. */
  @Override
  protected void put(int number, Instant at, String words) {
    var root = number % 4 == 3 ? put.get(number - 1) : null;
    put.put(
        number,
        root == null ? acme.say("C2", at, NORA, words) : acme.reply("C2", root, at, "U2", words));
  }

  /** A message's time stands last in its record's name. */
  @Override
  protected String name(int number) {
    var ts = Objects.requireNonNull(put.get(number));
    var root = number % 4 == 3 ? put.get(number - 1) : null;
    return name(root == null ? ts : root, ts);
  }

  private static String name(String thread, String ts) {
    return "message/C2/" + thread + "/" + ts;
  }

  @Override
  protected void failBy(Faults faults) {
    slack.failBy(faults);
  }

  @Test
  void a_message_is_told_with_who_said_it_to_whom() {
    var asked = say(NORA, "Is <https://acme.example|this> yours, <@U2>? 1 &lt; 2");
    readToTheEnd();
    var told = told(asked, asked);
    assertThat(told.getString("text"))
        .isEqualTo("Is this (https://acme.example) yours, @Us? 1 < 2");
    assertThat(told.getString("channel")).isEqualTo("chat");
    assertThat(told.getString("direction")).isEqualTo("inbound");
    assertThat(told.getString("subject")).isEqualTo("#shared-brightloom");
    assertThat(people(told))
        .containsExactly("theirs nora@brightloom.example", "ours us@rapport.example");
    assertThat(told.get("source", Document.class).getString("url"))
        .isEqualTo("https://acme.slack.example/archives/C2/p" + asked.replace(".", ""));
  }

  @Test
  void a_message_that_does_not_say_when_it_was_is_told_and_holds_up_no_other() {
    acme.say("C1", BEGIN.minusSeconds(600), "U2", "Good morning");
    var odd = acme.messages().getLast();
    odd.put("ts", odd.path("ts").asString("").substring(0, 16)).put("reply_count", 1);
    var next = acme.say("C1", BEGIN.minusSeconds(500), "U2", "Good evening");
    run(connection());
    assertThat(bench().known()).containsOnlyKeys("message/C1/" + next + "/" + next);
    assertThat(bench().state(connection()).error())
        .satisfies(told -> assertThat(told.code()).isEqualTo("record-unfit"));
  }

  @Test
  void what_we_answer_is_said_to_whom_we_answer_and_belongs_to_their_question() {
    var asked = say(NORA, "When?");
    var answered = acme.reply("C2", asked, BEGIN.minusSeconds(500), "U2", "At ten.");
    readToTheEnd();
    var told = told(asked, answered);
    assertThat(told.getString("direction")).isEqualTo("outbound");
    assertThat(told.getString("thread")).isEqualTo(told(asked, asked).getString("thread"));
    assertThat(people(told))
        .containsExactly("ours us@rapport.example", "theirs nora@brightloom.example");
  }

  @Test
  void what_we_say_to_nobody_by_name_is_said_to_all_of_theirs_in_the_channel() {
    var said = say("U2", "We are back.");
    readToTheEnd();
    assertThat(people(told(said, said)))
        .containsExactly("ours us@rapport.example", "theirs nora@brightloom.example");
  }

  @Test
  void guests_are_what_their_address_is() {
    acme.user("U7", "Guest", "guest@other.example", "T1").put("is_restricted", true);
    var said = say("U7", "Hello");
    readToTheEnd();
    assertThat(people(told(said, said))).containsExactly("unknown guest@other.example");
  }

  @Test
  void what_bots_and_slack_itself_say_is_no_talk() {
    acme.remark("C2", BEGIN.minusSeconds(600), "channel_join", "<@U9> has joined the channel");
    acme.remark("C2", BEGIN.minusSeconds(500), "bot_message", "Deployed.");
    readToTheEnd();
    assertThat(bench().known()).isEmpty();
  }

  @Test
  void an_answer_to_an_old_message_an_edit_and_a_deletion_are_met_by_the_pass_of_the_day() {
    var old = acme.say("C2", BEGIN.minus(Duration.ofDays(9)), NORA, "When?");
    var other = acme.say("C2", BEGIN.minus(Duration.ofDays(8)), NORA, "Never mind.");
    var third = acme.say("C2", BEGIN.minus(Duration.ofDays(7)), NORA, "It is urgent!");
    readToTheEnd();
    var answer = acme.reply("C2", old, clock.instant(), "U2", "On Friday.");
    acme.edit("C2", third, clock.instant(), "It is not urgent.");
    acme.delete("C2", other, clock.instant());
    clock.pass(Duration.ofHours(25));
    readToTheEnd();
    assertThat(told(old, answer).getString("text")).isEqualTo("On Friday.");
    assertThat(told(third, third).getString("text")).isEqualTo("It is not urgent.");
    assertThat(told(other, other).getString("kind")).isEqualTo("interaction");
    assertThat(toldRevs(old, old)).hasSize(1);
  }

  @Test
  void of_an_answered_message_that_is_deleted_only_the_answers_stay() {
    var asked = say(NORA, "When?");
    var answer = acme.reply("C2", asked, BEGIN.minusSeconds(900), "U2", "At ten.");
    var second = acme.reply("C2", asked, BEGIN.minusSeconds(800), "U2", "No, at nine.");
    readToTheEnd();
    acme.delete("C2", asked, clock.instant());
    acme.delete("C2", answer, clock.instant());
    clock.pass(Duration.ofMinutes(15));
    readToTheEnd();
    assertThat(told(asked, asked).getString("kind")).isEqualTo("interaction");
    assertThat(told(asked, answer).getString("kind")).isEqualTo("interaction");
    assertThat(told(asked, second).getString("text")).isEqualTo("No, at nine.");
  }

  @Test
  void a_channel_without_us_is_for_a_person_to_open_and_holds_up_no_other() {
    acme.leave("C1", true);
    var first = say(NORA, "One");
    run(connection());
    assertThat(bench().connection(connection()).state()).isEqualTo(State.FAILING);
    assertThat(bench().connection(connection()).trouble())
        .satisfies(trouble -> {
          assertThat(trouble.code()).isEqualTo("channel-closed");
          assertThat(trouble.detail()).contains("not in C1", "invite the app");
        });
    assertThat(bench().known()).containsOnlyKeys(name(first, first));
    clock.pass(Duration.ofMinutes(1));
    var second = acme.say("C2", clock.instant().minusSeconds(5), NORA, "Two");
    run(connection());
    assertThat(bench().known()).containsKey(name(second, second));
    acme.leave("C1", false);
    clock.pass(Duration.ofMinutes(16));
    readToTheEnd();
    assertThat(bench().connection(connection()).state()).isEqualTo(State.ACTIVE);
  }

  @Test
  void a_scope_that_is_missing_is_named() {
    slack.letLook(false);
    run(connection());
    assertThat(bench().connection(connection()).trouble())
        .satisfies(trouble -> {
          assertThat(trouble.code()).isEqualTo("scope-missing");
          assertThat(trouble.detail()).contains("channels:history");
        });
  }

  @Test
  void a_pause_that_slack_asks_for_is_kept() {
    slack.limit(true);
    run(connection());
    var state = bench().state(connection());
    assertThat(Objects.requireNonNull(state.error()).code()).isEqualTo("too-many-requests");
    assertThat(state.nextAt()).isAfterOrEqualTo(clock.instant().plusSeconds(11));
    assertThat(bench().connection(connection()).state()).isEqualTo(State.ACTIVE);
  }

  private String say(String user, String text) {
    return acme.say("C2", BEGIN.minusSeconds(1_200), user, text);
  }

  private Document told(String thread, String ts) {
    var news = bench().known(name(thread, ts)).getList("news", Document.class);
    return Document.parse(news.getLast().getString("value"));
  }

  private List<Long> toldRevs(String thread, String ts) {
    return rapport.integrations.store.Bench.toldRevs(bench().known(name(thread, ts)));
  }

  private static List<String> people(Document told) {
    return told.getList("participants", Document.class).stream()
        .map(person -> person.getString("side") + " " + person.getString("email"))
        .toList();
  }
}
