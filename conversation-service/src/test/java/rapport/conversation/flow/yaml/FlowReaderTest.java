package rapport.conversation.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static rapport.conversation.flow.yaml.FlowFiles.tiny;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.conversation.flow.Condition;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.Phase;
import rapport.conversation.flow.Rule;

class FlowReaderTest {

  @Test
  void reads_what_a_definition_says() {
    var flow = tiny().read().latest("tiny");
    assertThat(flow.version()).isEqualTo(1);
    assertThat(flow.root()).isEqualTo("record");
    assertThat(flow.context()).containsExactly("team");
    assertThat(flow.names()).containsEntry("name", "nick");
    assertThat(flow.summaryField()).isEqualTo("story");
    assertThat(flow.phases())
        .extracting(Phase::id, Phase::batch, Phase::closing)
        .containsExactly(tuple("start", 1, false), tuple("end", 2, true));
    assertThat(flow.byPath().keySet())
        .containsExactly("person", "nick", "size", "much", "happy", "focus", "story");
    var much = flow.field("much").orElseThrow();
    assertThat(much.type()).isEqualTo(FieldType.INTEGER);
    assertThat(much.min()).isEqualTo(1);
    assertThat(much.max()).isEqualTo(9);
    assertThat(much.asked()).isTrue();
    assertThat(much.when().reads()).containsExactly("size");
    assertThat(flow.field("story").orElseThrow().asked()).isFalse();
    assertThat(flow.field("nick").orElseThrow().when()).isEqualTo(Condition.always());
    assertThat(flow.rules().map(Rule::effects))
        .containsExactly(
            List.of(new Rule.FillFromChoice("person", Map.of("nick", "{name}"))),
            List.of(new Rule.Reopen("happy"), new Rule.ClearPrefilled("nick")),
            List.of(new Rule.RequestSummary("focus")));
  }

  /** What is spoiled, the line of the mistake, and a part of what is said about it. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "type: integer; type: intger; 14; there is no type 'intger'",
        "path: much; path: nick; 14; nick stands here again, first in line 12",
        "path: much; path: Much Ado; 14; 'Much Ado' is no path",
        "{ path: much,; {; 14; a field of start needs a name",
        "min: 1, max: 9; min: 9, max: 1; 14; much has min 9 above max 1",
        "min: 1; min: one; 14; min of much is 'one'",
        "path: nick, type: string; path: nick, type: string, max: 3; 12; cannot have min or max",
        "path: nick, type: string; path: nick, type: string, options: [a]; 12; is no choice but",
        "options: [small, big]; options: [small, big, small]; 13; offers an option twice",
        "type: choice, options: [small, big]; type: choice; 13; is a choice without options",
        "required: true; required: maybe; 12; required of nick is 'maybe'",
        "required: true; requird: true; 12; unknown key 'requird' in nick",
        "required: true, prefill: team; prefill: crew; 12; no context entry 'crew'",
        "options_from: team; options_from: crew; 11; no context entry 'crew'",
        "control: person,; control: person, required: true,; 11; is a control and not part of",
        "path: nick,; path: nick, implied: true,; 12; nick cannot be implied",
        "path: nick,; path: nick, offers: [size, nose],; 12; nick cannot offer 'nose'",
        "path: nick,; path: nick, offers: [person],; 12; nick cannot offer 'person'",
        "size == 'big'; size = 'big'; 14; cannot read ' = 'big''",
        "size == 'big'; sice == 'big'; 14; looks at unknown 'sice'",
        "size == 'big'; size == 'huge'; 14; waits for size to be 'huge'",
        "size == 'big'; context.crew; 14; looks at unknown 'context.crew'",
        "size == 'big'; much == null; 14; guards run in a circle: much -> much",
        "when: \"person\"; when: \"persona\"; 16; a rule looks at unknown 'persona'",
        "happy == false; happy == 'perhaps'; 25; waits for happy to be 'perhaps'",
        "reopen: happy; reopen: nick; 25; reopen names 'nick'",
        "clear_prefilled: nick; clear_prefilled: size; 25; clear_prefilled names 'size'",
        "request_summary: focus; request_summary: story; 26; request_summary names 'story'",
        "request_summary: focus; summarise: focus; 26; there is no effect 'summarise'",
        "{ request_summary: focus }; {}; 26; an effect has exactly one key",
        "do: [{ request_summary: focus }]; do: []; 26; a rule does nothing",
        "do: [{ request_summary: focus }]; do: now; 26; do of a rule is no list",
        "{ nick: \"{name}\" }; { nose: \"{name}\" }; 16; fill_from_choice fills 'nose'",
        "{ control: person, fill; { control: happy, fill; 16; happy has no options_from",
        "batch: 2; batch: 0; 19; batch is 0",
        "batch: 2; batch: two; 19; batch of ask of a phase is 'two'",
        "version: 1; version: 0; 2; version is 0",
        "version: 1; versions: 1; 1; the definition has no 'version'",
        "version: 1; versions: 1; 2; unknown key 'versions'",
        "root: record; root:; 3; root of the definition is empty",
        "name: nick; name: nack; 0; names calls 'nack' name",
        "summary: story; summary: nick; 0; the summary field 'nick' is not there",
        "system: [status]; system: [size]; 13; size is a system field and a field",
        "id: end; id: start; 17; a second phase start",
        "path: much; path: nick.much; 12; nick is a field and a group of fields",
        "context: [team]; context: team; 4; context of the definition is no list",
        "flow: tiny; flow: [tiny; 2; no valid YAML",
        "version: 1; flow: small; 2; 'flow' stands here twice",
        "flow: tiny; flow: small; 0; the file's name says flow tiny",
      })
  void finds_a_mistake_in_a_definition(String good, String bad, int line, String what) {
    assertThat(tiny().definition(good, bad).problems())
        .anySatisfy(problem -> {
          assertThat(problem.file()).isEqualTo("tiny.yaml");
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.what()).contains(what);
          assertThat(problem.fix()).isNotBlank();
        });
  }

  @Test
  void only_the_last_phase_can_close() {
    assertThat(tiny().definition("- id: start", "- id: start\n    closing: true").problems())
        .extracting(FlowProblem::what)
        .containsExactly("closing are start, end");
  }

  @Test
  void finds_guards_that_run_in_a_circle_and_names_each_circle_once() {
    var problems =
        tiny()
            .definition(
                "options: [small, big] }", "options: [small, big], when: \"closed(much)\" }")
            .problems();
    assertThat(problems)
        .containsExactly(
            new FlowProblem(
                "tiny.yaml",
                13,
                "guards run in a circle: size -> much -> size",
                "let one of them look at something else"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "much: { label: Much,; munch: { label: Munch,; 0; no texts for much",
        "much: { label: Much,; munch: { label: Munch,; 11; texts for unknown munch",
        "end: { title: End; close: { title: End; 0; no texts for end",
        "ask: How big?,; ; 10; size has no 'ask'",
        "ask: How big?; ask: ; 10; ask of size is empty",
        "ask: How big?; ask: [How, big]; 10; ask of size is no text",
        "help: A size.; helps: A size.; 10; unknown key 'helps' in size",
        "small: Small, big: Big; small: Small; 10; option 'big' of size has no label",
        "small: Small; tiny: Tiny, small: Small; 10; words for unknown option 'tiny'",
        "\"no\": Oh.; \"nope\": Oh.; 12; words for unknown option 'nope'",
        "\"no\": Oh.; \"no\": \"Oh, {name}\"; 12;",
        "again: \"Still, {name}?\",; ; 12; happy is asked again but has no 'again'",
        "Bye, {name}.; Bye, {nobody}.; 6; intro of end uses unknown {nobody}",
        "Bye, {name}.; Bye, {0}.; 6; intro of end uses unknown {0}",
        "Bye, {name}.; Bye, {name.; 6; intro of end is no valid pattern",
        "Bye, {name}.; Bye, {name, plural, one {you}}.; 6; intro of end is no valid pattern",
        "label: Nick; label: \"Nick {name}\"; 9; label of nick uses unknown {name}",
        "[name, called]; [Name, called]; 9; the cue 'Name' of nick is not in lower case",
        "locale: en; locale: EN_us; 2; 'EN_us' is no language",
        "title: Tiny; title: [Tiny; 4; no valid YAML: while parsing a flow sequence, expected",
        "locale: en; locale: de; 0; the file's name says locale en",
        "texts: tiny; texts: other; 0; there is no flow other",
        "{ title: Start, intro: Hello. }; [Start]; 5; phase start is no mapping",
      })
  void finds_a_mistake_in_texts(String good, String bad, int line, String what) {
    var problems = tiny().texts(good, bad == null ? "" : bad).problems();
    if (what == null) {
      assertThat(problems).isEmpty();
      return;
    }
    assertThat(problems)
        .anySatisfy(problem -> {
          assertThat(problem.file()).isEqualTo("tiny.en.yaml");
          assertThat(problem.what()).contains(what);
          assertThat(problem.line()).isEqualTo(line);
        });
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "button.skip:; button.jump:; the messages has no 'button.skip'",
        "button.skip:; button.jump:; unknown key 'button.jump'",
        "button.use {value}; button.use {valve}; button.use uses unknown {valve}",
        "button.use {value}; button.use {value; button.use is no valid pattern",
        "ack.skipped {count}; {count, plural, one {x}}; ack.skipped is no valid pattern",
        "fallback.name: somebody; fallback.nose: somebody; there is no fallback.name",
      })
  void finds_a_mistake_in_messages(String good, String bad, String what) {
    assertThat(tiny().messages(good, bad).problems())
        .anySatisfy(problem -> {
          assertThat(problem.file()).isEqualTo("messages.en.yaml");
          assertThat(problem.what()).contains(what);
        });
  }

  @Test
  void finds_missing_and_superfluous_files() {
    assertThatExceptionOfType(InvalidFlowException.class)
        .isThrownBy(() -> FlowReader.read(List.of(new FlowFile("tiny.yaml", ""))))
        .satisfies(invalid ->
            assertThat(invalid.problems())
                .extracting(FlowProblem::file)
                .containsExactly("messages.en.yaml", "tiny.yaml"));
    assertThat(tiny().andAgain("tiny.v1.yaml").problems())
        .extracting(FlowProblem::what)
        .containsExactly("version 1 of tiny is there twice");
    assertThat(tiny().andAgain("Tiny Flow.yaml").problems())
        .extracting(FlowProblem::what)
        .containsExactly("the file's name says nothing");
    assertThat(tiny().andAgain("other.yaml").problems())
        .extracting(FlowProblem::what)
        .contains("the file's name says flow other, its content tiny");
  }

  @Test
  void tells_all_mistakes_at_once_by_file_and_line() {
    var files =
        tiny()
            .definition("type: integer", "type: intger")
            .definition("reopen: happy", "reopen: nick")
            .definition("batch: 2", "batch: 0")
            .texts("Bye, {name}.", "Bye, {nobody}.")
            .texts("small: Small, ", "")
            .messages("button.use {value}", "button.use {valve}");
    assertThatExceptionOfType(InvalidFlowException.class)
        .isThrownBy(files::read)
        .withMessage(
            """
            flows cannot be loaded:
              messages.en.yaml:%d: button.use uses unknown {valve}; it can use {value}
              tiny.en.yaml:6: intro of end uses unknown {nobody}; it can use {name}
              tiny.en.yaml:10: option 'small' of size has no label; add it under options
              tiny.yaml:14: much cannot have min or max; only an integer can
              tiny.yaml:14: there is no type 'intger'; use one of string, text, richtext, name, \
            choice, confirm, tags, age, money, count, duration, integer, email, phone, url, image
              tiny.yaml:19: batch is 0; use 1 or more
              tiny.yaml:25: reopen names 'nick'; name a control of this flow\
            """
                .formatted(lineOf("button.use")));
  }

  private static int lineOf(String key) {
    return 3 + List.copyOf(MessageKeys.ARGUMENTS.keySet()).indexOf(key);
  }

  @Test
  void keeps_old_versions_and_serves_the_newest() {
    var catalog =
        tiny().and("tiny.v2.yaml", secondVersion()).texts("focus:", extra("focus")).read();
    assertThat(catalog.latest("tiny").version()).isEqualTo(2);
    assertThat(catalog.definition("tiny", 1).field("size")).isPresent();
    assertThat(catalog.definition("tiny", 2).field("size")).isEmpty();
    assertThat(catalog.flows()).extracting(flow -> flow.version()).containsExactly(2);
  }

  private static String secondVersion() {
    return """
    flow: tiny
    version: 2
    root: record
    phases: [{ id: start, fields: [{ path: shade, type: string }] }]
    """;
  }

  private static String extra(String next) {
    return "shade: { label: Shade, ask: Which?, help: A shade., why: To know. }\n  " + next + ":";
  }

  /** Seeded, so that a failure comes again. */
  @Test
  void a_spoiled_file_is_read_or_refused_but_never_breaks_the_reader() {
    var random = new Random(20_261_121);
    var refused = 0;
    for (var round = 0; round < 1_000; round++) {
      var files = tiny().spoil(random);
      try {
        files.read();
      } catch (InvalidFlowException invalid) {
        refused++;
        assertThat(invalid.problems()).isNotEmpty();
      }
    }
    assertThat(refused).isGreaterThan(500);
  }
}
