package rapport.conversation.summary.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.summary.Summarizer;

/** How what people say about a stage finds its place in a sentence. */
class RowWeavingTest {

  private static final Summarizer SUMMARIZER =
      SummaryCatalog.fromClasspath(FlowCatalog.fromClasspath())
          .find("buying-process", "en")
          .orElseThrow();

  private static String stage(String field, String typed) {
    return Journey.of(Map.of("stage_name", "Awareness", field, typed)).told(SUMMARIZER);
  }

  private static String persona(Map<String, Object> values) {
    return new Journey(List.of(), values, List.of()).told(SUMMARIZER);
  }

  @Test
  void an_abbreviation_keeps_its_capitals() {
    assertThat(persona(Map.of("persona_name", "IT Manager"))).contains("IT").doesNotContain("iT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          research the problem                      | They research the problem.
          they research the problem                 | They research the problem.
          Researching the problem                   | They research the problem.
          researches the problem, asks peers        | They research the problem and ask peers.
          comparing vendors and running a trial     | They compare vendors and run a trial.
          Search for the symptoms; read reviews     | They search for the symptoms and read reviews.
          book demos with three vendors             | They book demos with three vendors.
          Compare. Ask peers.                       | They compare and ask peers.
          don't look for anything yet               | They don't look for anything yet.
          usually ask a colleague                   | They usually ask a colleague.
          evaluating                                | They evaluate.
          Market research, conversations with peers | What they do: market research and conversations with peers.
          needs analysis                            | What they do: a needs analysis.
          Nobody is in charge yet                   | Nobody is in charge yet.
          We send them an invitation                | What happens here: “We send them an invitation”.
          not looking yet: busy with the old tool   | What happens here: not looking yet: busy with the old tool.
          She asks her boss                         | She asks her boss.
          """)
  void what_buyers_do(String typed, String told) {
    assertThat(stage("buyer_actions", typed)).isEqualTo("Awareness. " + told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Run a discovery call                      | Your team should run a discovery call.
          We run a discovery call                   | Your team should run a discovery call.
          Conducting discovery calls, sending case studies | Your team should conduct discovery calls and send case studies.
          Demand generation                         | Your team's part: demand generation.
          Discovery call and demo                   | Your team's part: a discovery call and a demo.
          You are not alone                         | You are not alone.
          can send samples                          | Your team's part: can send samples.
          They get a demo                           | They get a demo.
          review the contract and we sign it        | Your team's part: “Review the contract and we sign it”.
          """)
  void what_sellers_do(String typed, String told) {
    assertThat(stage("seller_actions", typed)).isEqualTo("Awareness. " + told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          peers, CFO and security team              | They are influenced by peers, the CFO and the security team.
          Head of IT                                | They are influenced by the head of IT.
          Gartner / Forrester                       | They are influenced by Gartner and Forrester.
          their boss                                | They are influenced by their boss.
          The CFO decides, peers advise             | The CFO decides, peers advise.
          peers (mostly on Reddit)                  | Who has a say: peers (mostly on Reddit).
          mostly themselves                         | Who has a say: mostly themselves.
          """)
  void who_has_a_say(String typed, String told) {
    assertThat(stage("key_influencers", typed)).isEqualTo("Awareness. " + told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1-2 weeks                                 | Awareness (1 to 2 weeks).
          a day                                     | Awareness (a day).
          until the budget is there                 | Awareness (until the budget is there).
          longer in summer, shorter in winter       | Awareness. How long this takes: longer in summer, shorter in winter.
          3                                         | Awareness. How long this takes: 3.
          n/a                                       | Awareness.
          """)
  void how_long_it_takes(String typed, String told) {
    assertThat(stage("duration", typed)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          you are not alone                         | The message: “You are not alone”.
          Why wait?                                 | The message: “Why wait?”
          "Start today!"                            | The message: “Start today!”
          Get them to book a demo                   | The message: “Get them to book a demo”.
          """)
  void what_they_should_hear(String typed, String told) {
    assertThat(stage("key_message", typed)).isEqualTo("Awareness. " + told);
  }

  @Test
  void content_says_the_message_when_it_speaks_to_the_buyer() {
    assertThat(message("You are not alone"))
        .isEqualTo("Awareness. A case study and blog posts should say: “You are not alone”.");
    assertThat(message("They feel safe"))
        .isEqualTo(
            "Awareness. The content to bring: a case study and blog posts. The message: “They feel"
                + " safe”.");
  }

  private static String message(String message) {
    return Journey.of(
            Map.of(
                "stage_name", "Awareness",
                "content_type", "Case study, blog posts",
                "key_message", message))
        .told(SUMMARIZER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Enterprise IT Manager                     | The buyers are enterprise IT managers.
          small business owners                     | The buyers are small business owners.
          Head of Operations                        | The buyers are heads of operations.
          CFO                                       | The buyers are CFOs.
          Nora Lindqvist                            | This is the buying process of Nora Lindqvist.
          nora                                      | This is the buying process of Nora.
          The IT guy                                | This is the buying process of the IT guy.
          Nora Lindqvist, COO                       | This is the buying process of Nora Lindqvist, COO.
          """)
  void who_they_are(String typed, String told) {
    assertThat(persona(Map.of("persona_name", typed))).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tool sprawl, lack of visibility           | The buyers are CFOs, who struggle with tool sprawl and a lack of visibility.
          wasting too much time                     | The buyers are CFOs. They waste too much time.
          Licences cost too much                    | The buyers are CFOs. What troubles them: Licences cost too much.
          approvals are slow                        | The buyers are CFOs. Approvals are slow.
          too expensive; workflow too complex       | The buyers are CFOs. What troubles them: too expensive; workflow too complex.
          """)
  void what_hurts_them(String typed, String told) {
    assertThat(persona(Map.of("persona_name", "CFO", "persona_pain_points", typed)))
        .isEqualTo(told);
  }

  @Test
  void a_stage_without_a_name_is_told_by_its_number() {
    assertThat(
            new Journey(List.of(), Map.of(), List.of(Map.of("stage_name", "Spark"), Map.of()))
                .told(SUMMARIZER))
        .isEqualTo("Spark.\n\nStage 2.");
  }

  @Test
  void of_a_very_long_value_the_beginning_is_told() {
    var told = stage("key_influencers", "peers (" + "and many others too ".repeat(40) + ")");

    assertThat(told).startsWith("Awareness. Who has a say: peers").endsWith("…");
    assertThat(told).hasSizeBetween(200, 300);
  }

  @Test
  void nothing_known_is_said_to_be_nothing() {
    assertThat(persona(Map.of())).isEqualTo("There is nothing to tell yet.");
    assertThat(persona(Map.of("profile_id", "0b6dd4b0")))
        .isEqualTo("There is nothing to tell yet.");
  }

  private static final Journey JOURNEY =
      new Journey(
          List.of(),
          Map.of("persona_name", "CFO", "persona_pain_points", "tool sprawl"),
          List.of(
              Map.of(
                  "stage_name", "Awareness",
                  "buyer_actions", "read blogs",
                  "seller_actions", "send a checklist"),
              Map.of(
                  "stage_name", "Security review",
                  "buyer_actions", "ask questions",
                  "content_type", "audit report"),
              Map.of("stage_name", "Decision", "seller_actions", "send the contract")));

  @Test
  void a_focus_keeps_what_it_is_about() {
    assertThat(JOURNEY.focused("the seller side, please").told(SUMMARIZER))
        .isEqualTo(
            """
            The buyers are CFOs.

            Awareness. Your team should send a checklist.

            Decision. Your team should send the contract.\
            """);
  }

  @Test
  void a_focus_may_be_a_stage() {
    assertThat(JOURNEY.focused("security review").told(SUMMARIZER))
        .isEqualTo(
            """
            The buyers are CFOs.

            Security review. Now they ask questions. The content to bring: an audit report.\
            """);
  }

  @Test
  void a_focus_may_be_a_side_of_a_stage() {
    assertThat(JOURNEY.focused("Awareness", "buyer side").told(SUMMARIZER))
        .isEqualTo(
            """
            The buyers are CFOs, who struggle with tool sprawl.

            Awareness. They read blogs.\
            """);
  }

  @Test
  void words_that_match_nothing_known_change_nothing() {
    assertThat(JOURNEY.focused("astrology", "timing").told(SUMMARIZER))
        .isEqualTo(JOURNEY.told(SUMMARIZER));
  }
}
