package rapport.conversation.genkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.conversation.genkit.GenkitError.Details;
import rapport.conversation.genkit.GenkitError.Wrong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InputsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void a_flow_takes_a_session_a_message_and_its_id() {
    assertThat(flow("{'data':{'sessionId':'s-1','clientMessageId':'m:1','message':' Hi '}}"))
        .isEqualTo(new FlowInput("s-1", "m:1", "Hi"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{'data':{}}", "{'data':{'message':null}}", "{'data':{'state':null}}"})
  void nothing_at_all_begins_a_session(String body) {
    assertThat(flow(body)).isEqualTo(new FlowInput(null, null, ""));
  }

  @Test
  void later_versions_of_the_protocol_may_put_more_beside_the_data() {
    assertThat(flow("{'data':{'message':'Hi'},'init':{},'context':7}").message()).isEqualTo("Hi");
  }

  @Test
  void a_state_is_not_needed_with_a_session_and_would_be_lost_without() {
    assertThat(flow("{'data':{'sessionId':'s','state':{'a':1}}}").sessionId()).isEqualTo("s");
    assertThat(wrong("{'data':{'message':'Hi','state':{'a':1}}}"))
        .extracting(Wrong::path)
        .containsExactly("state");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{'data':null}`, (root)",
        "`{'data':[]}`, (root)",
        "`{'data':'text'}`, (root)",
        "`[]`, (root)",
        "`{'data':{'message':5}}`, message",
        "`{'data':{'message':{'text':'x'}}}`, message",
        "`{'data':{'message':'\\u0007'}}`, message",
        "`{'data':{'message':'half \\ud83d'}}`, message",
        "`{'data':{'sessionId':5}}`, sessionId",
        "`{'data':{'sessionId':'a/b'}}`, sessionId",
        "`{'data':{'clientMessageId':''}}`, clientMessageId",
        "`{'data':{'clientMessageId':'start'}}`, clientMessageId",
        "`{'data':{'clientMessageId':'snapshot:1'}}`, clientMessageId",
        "`{'data':{'session_id':'s'}}`, session_id"
      })
  void a_wrong_input_is_refused_by_its_path(String body, String path) {
    assertThat(wrong(body)).extracting(Wrong::path).containsExactly(path);
  }

  @Test
  void everything_wrong_is_told_at_once_and_nothing_of_it_repeated() {
    var wrong = wrong("{'data':{'message':42,'sessionId':'a b','extra':'secret'}}");
    assertThat(wrong)
        .extracting(Wrong::path)
        .containsExactlyInAnyOrder("extra", "message", "sessionId");
    assertThat(wrong.toString()).doesNotContain("42", "a b", "secret");
  }

  @Test
  void a_flood_of_wrong_keys_gets_a_short_answer() {
    var body = new StringBuilder("{'data':{'" + "k".repeat(5_000) + "':1");
    for (var i = 0; i < 500; i++) {
      body.append(",'k").append(i).append("':1");
    }
    assertThat(wrong(body.append("}}").toString()).toString()).hasSizeLessThan(2_000);
  }

  @Test
  void a_long_message_has_a_limit() {
    assertThat(flow("{'data':{'message':'" + "x".repeat(16_000) + "'}}").message()).hasSize(16_000);
    assertThat(wrong("{'data':{'message':'" + "x".repeat(16_001) + "'}}"))
        .containsExactly(new Wrong("message", "must have at most 16000 characters"));
  }

  @Test
  void a_turn_of_an_agent_is_the_text_of_its_message() {
    assertThat(
            agent(
                "{'data':{'message':{'role':'user','content':[{'text':'IT '},{'text':'Manager'}]}},"
                    + "'init':{'snapshotId':'s:3'}}"))
        .isEqualTo(new AgentInput("IT Manager", "s:3", null));
    assertThat(agent("{'data':{},'init':{}}")).isEqualTo(new AgentInput("", null, null));
    assertThat(agent("{'data':{'detach':false},'init':{'sessionId':'s'}}"))
        .isEqualTo(new AgentInput("", null, "s"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{'data':{'message':'Hi'}}`, message",
        "`{'data':{'message':{'role':'model','content':[]}}}`, message.role",
        "`{'data':{'message':{'role':'user'}}}`, message.content",
        "`{'data':{'message':{'role':'user','content':[{'media':{'url':'x'}}]}}}`, message.content[0]",
        "`{'data':{'message':{'role':'user','content':[{'text':1}]}}}`, message.content[0].text",
        "`{'data':{'msg':{}}}`, msg",
        "`{'data':{},'init':{'snapshot':'s:3'}}`, snapshot",
        "`{'data':{},'init':{'sessionId':7}}`, sessionId"
      })
  void a_wrong_turn_is_refused_by_its_path(String body, String path) {
    var refused = catchThrowableOfType(RefusedException.class, () -> agent(body));
    assertThat(errors(refused)).extracting(Wrong::path).contains(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'data':{'resume':{'respond':[]}},'init':{}}",
        "{'data':{'detach':true},'init':{}}",
        "{'data':{},'init':{'state':{'custom':{}}}}"
      })
  void what_these_agents_never_do_is_a_failed_precondition(String body) {
    var refused = catchThrowableOfType(RefusedException.class, () -> agent(body));
    assertThat(refused.error().status()).isEqualTo(CanonicalCode.FAILED_PRECONDITION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'data':{}}",
        "{'data':{'snapshotId':'s:1','sessionId':'s'}}",
        "{'data':7}"
      })
  void a_look_names_either_a_snapshot_or_a_session(String body) {
    var refused = catchThrowableOfType(RefusedException.class, () -> AgentLookup.read(json(body)));
    assertThat(refused.error().status()).isEqualTo(CanonicalCode.INVALID_ARGUMENT);
  }

  @Test
  void ids_of_streams_and_snapshots_can_be_read_back() {
    assertThat(StreamId.parse("c-1:m:1")).contains(new StreamId("c-1", "m:1"));
    assertThat(StreamId.parse(new StreamId("c", "start").text()))
        .contains(new StreamId("c", "start"));
    assertThat(SnapshotId.parse("c-1:12")).contains(new SnapshotId("c-1", 12));
    assertThat(SnapshotId.parse(new SnapshotId("c", 9).text())).contains(new SnapshotId("c", 9));
    for (var nonsense :
        List.of("", "c", ":1", "c:", "c:0", "c:-1", "c:99999999999", "c d:1", "c:1\n")) {
      assertThat(SnapshotId.parse(nonsense)).as(nonsense).isEmpty();
    }
    assertThat(StreamId.parse("a b:1")).isEmpty();
    assertThat(StreamId.parse("c:1\r\nx: y")).isEmpty();
  }

  private static FlowInput flow(String body) {
    return FlowInput.read(json(body));
  }

  private static AgentInput agent(String body) {
    return AgentInput.read(json(body));
  }

  private static List<Wrong> wrong(String body) {
    return errors(catchThrowableOfType(RefusedException.class, () -> flow(body)));
  }

  private static List<Wrong> errors(RefusedException refused) {
    assertThat(refused.error().status()).isEqualTo(CanonicalCode.INVALID_ARGUMENT);
    return refused.error().details() instanceof Details.Errors(var errors) ? errors : List.of();
  }

  private static JsonNode json(String body) {
    return JSON.readTree(body.replace('\'', '"'));
  }
}
