package rapport.conversation.flow.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class FlowToolTest {

  private static final String DEFINITION =
      """
      flow: tiny
      version: 1
      root: record
      groups:
        legs: { key: leg_id, prefix: l, title: title, called: leg, min: 1, max: 5 }
      phases:
        - id: start
          fields:
            - { path: size, type: choice, required: true, options: [small, big] }
            - { path: much, type: integer, min: 1, max: 9, when: "size == 'big'" }
            - { path: few, type: string, when: "size == 'small'" }
            - { control: happy, type: confirm }
          rules:
            - { when: "happy == false", do: [{ reopen: happy }] }
        - id: end
          fields:
            - each: legs
              fields:
                - { path: title, type: string, required: true }
      """;

  private static final String TEXTS =
      """
      texts: tiny
      locale: en
      title: Tiny
      groups:
        legs: { label: Legs, item: Leg }
      phases:
        start: { title: Start, intro: Hello there. }
        end: { title: End, intro: Bye then. }
      fields:
        size: { label: Size, ask: How big is it?, help: A size., why: To know., options: { small: Small, big: Big } }
        much: { label: Much, ask: How much is it?, help: A number., why: To know., placeholder: "3", cues: [amount] }
        few: { label: Few, ask: How few are there?, help: A number., why: To know., placeholder: "2", cues: [amount] }
        happy: { label: Happy, ask: Happy?, again: Still?, help: A mood., why: To know. }
        legs[].title: { label: Title, ask: What is it called?, help: A name., why: To know., placeholder: One }
      """;

  @TempDir private Path folder = Path.of("");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int run(String... args) {
    return new FlowTool(new PrintStream(printed, true, StandardCharsets.UTF_8)).run(List.of(args));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private void write(String name, String yaml) throws IOException {
    Files.writeString(folder.resolve(name), yaml);
  }

  private static String replaced(String text, String from, String to) {
    assertThat(text).contains(from);
    return text.replace(from, to);
  }

  @Test
  void says_how_it_is_called_when_it_is_called_wrongly() {
    assertThat(run("lint")).isEqualTo(2);
    assertThat(printed()).contains("usage: lint FOLDER");
    assertThat(run("lint", folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(run("diff", "a.yaml", "b.yaml")).isEqualTo(2);
  }

  @Nested
  class Linting {

    private void folder(String definition, String texts) throws IOException {
      write("tiny.yaml", definition);
      write("tiny.en.yaml", texts);
      for (var messages :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath:flows/messages.en.yaml")) {
        write(
            Objects.requireNonNull(messages.getFilename()),
            messages.getContentAsString(StandardCharsets.UTF_8)
                + "\nfallback.leg: \"leg {number}\"\n");
      }
    }

    @Test
    void has_nothing_to_say_about_a_good_flow() throws IOException {
      folder(DEFINITION, TEXTS);
      assertThat(run("lint", folder.toString())).isZero();
      assertThat(printed()).isEqualTo("3 files, no mistakes, 0 warnings\n");
    }

    @Test
    void has_nothing_to_say_about_the_flows_of_the_service() throws IOException {
      for (var file :
          new PathMatchingResourcePatternResolver().getResources("classpath:flows/*.yaml")) {
        write(
            Objects.requireNonNull(file.getFilename()),
            file.getContentAsString(StandardCharsets.UTF_8));
      }
      assertThat(run("lint", folder.toString())).isZero();
      assertThat(printed()).endsWith(" 0 warnings\n");
    }

    @Test
    void lists_mistakes_and_fails() throws IOException {
      folder(replaced(DEFINITION, "type: integer", "type: number"), TEXTS);
      assertThat(run("lint", folder.toString())).isEqualTo(1);
      assertThat(printed()).contains("error: tiny.yaml:10: there is no type 'number'");
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        delimiter = ';',
        value = {
          "size == 'big'\"; size == 'big' && size == 'small'\"; tiny.yaml:10: much can never apply",
          "size == 'small'\"; much == 3 && size == 'small'\"; tiny.yaml:11: few can never apply",
          "happy == false; happy == false && happy == true; tiny.yaml:14: this rule can never take",
          "options: [small, big] }; options: [small, big], asked: false }; tiny.yaml:9: size is required but",
        })
    void warns_about_a_definition(String good, String bad, String warning) throws IOException {
      folder(replaced(DEFINITION, good, bad), TEXTS);
      assertThat(run("lint", folder.toString())).isZero();
      assertThat(printed()).contains("warning: " + warning);
    }

    @Test
    void warns_of_a_choice_that_is_none() throws IOException {
      folder(
          replaced(
              replaced(DEFINITION, "[small, big]", "[big]"), ", when: \"size == 'small'\"", ""),
          replaced(TEXTS, "small: Small, ", ""));
      assertThat(run("lint", folder.toString())).isZero();
      assertThat(printed()).contains("warning: tiny.yaml:9: size offers one option");
    }

    @Test
    void lets_fields_that_exclude_each_other_share_a_cue_and_no_others() throws IOException {
      folder(replaced(DEFINITION, ", when: \"size == 'small'\"", ""), TEXTS);
      run("lint", folder.toString());
      assertThat(printed()).contains("tiny.en.yaml:12: the cue 'amount' announces much and few");
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        delimiter = ';',
        value = {
          ", placeholder: \"3\"; ; tiny.en.yaml:11: much has no 'placeholder'",
          "How big is it?; How big is it all in all with everything that belongs to it and all that lies around it?; tiny.en.yaml:10: size has no 'again'",
        })
    void warns_about_texts(String good, String bad, String warning) throws IOException {
      folder(DEFINITION, replaced(TEXTS, good, bad == null ? "" : bad));
      assertThat(run("lint", folder.toString())).isZero();
      assertThat(printed()).contains("warning: " + warning);
    }

    @Test
    void warns_of_a_question_nobody_reads_to_the_end() throws IOException {
      folder(DEFINITION, replaced(TEXTS, "How few are there?", "How few " + "or so ".repeat(60)));
      run("lint", folder.toString());
      assertThat(printed()).contains("the question for few has 367 characters");
    }

    @Test
    void warns_of_a_language_that_says_the_same_as_english_or_nothing() throws IOException {
      folder(DEFINITION, TEXTS);
      var messages = Files.readString(folder.resolve("messages.en.yaml"));
      write("messages.nl.yaml", messages.replace("messages: en", "messages: nl"));
      run("lint", folder.toString());
      assertThat(printed()).contains("tiny.nl.yaml: tiny has no words in nl");
      write("tiny.nl.yaml", TEXTS.replace("locale: en", "locale: nl").replace("Happy?", "Blij?"));
      printed.reset();
      run("lint", folder.toString());
      assertThat(printed())
          .doesNotContain("has no words in nl")
          .contains("tiny.nl.yaml:7: intro of start is the English text")
          .contains("tiny.nl.yaml:10: ask of size is the English text")
          .doesNotContain("ask of happy");
    }
  }

  @Nested
  class Comparing {

    private int diff(String young) throws IOException {
      write("old.yaml", DEFINITION);
      write("new.yaml", young);
      return run(
          "diff", folder.resolve("old.yaml").toString(), folder.resolve("new.yaml").toString());
    }

    private static String second(String migration) {
      return DEFINITION.replace(
          "version: 1",
          "version: 2" + (migration.isEmpty() ? "" : "\nmigrations: [" + migration + "]"));
    }

    @Test
    void finds_nothing_in_the_same_flow() throws IOException {
      assertThat(diff(DEFINITION)).isZero();
      assertThat(printed()).isEqualTo("0 changes, 0 lose what people said\n");
    }

    @Test
    void insists_on_a_new_version() throws IOException {
      assertThat(diff(replaced(DEFINITION, "max: 9", "max: 8"))).isEqualTo(1);
      assertThat(printed()).contains("a change needs a new version");
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        delimiter = ';',
        value = {
          "path: few,; path: little,; few is gone: rename it in a migration",
          "type: integer, min: 1, max: 9; type: text; much is text, not integer",
          "[small, big]; [big]; size no longer offers small: who chose that is asked again",
          "max: 9; max: 8; much takes from 1 to 8 only",
          "prefix: l; prefix: g; rows of legs are called g1, not l1",
        })
    void fails_when_values_would_be_lost(String from, String to, String what) throws IOException {
      var young = replaced(second(""), from, to).replace("size == 'small'", "size == 'big'");
      assertThat(diff(young)).isEqualTo(1);
      assertThat(printed()).containsPattern("loses +\\Q" + what + "\\E");
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        delimiter = ';',
        value = {
          "path: few,; path: little,; { from: 1, rename: { few: little } }; few is called little",
          "path: few,; path: other,; { from: 1, drop: [few] }; few is dropped",
          "type: integer, min: 1, max: 9; type: text; { from: 1, retype: { much: text } }; much is text, not integer",
          "max: 9; max: 8; { from: 1 }; much takes from 1 to 8 only",
        })
    void is_content_with_a_migration(String from, String to, String migration, String what)
        throws IOException {
      assertThat(diff(replaced(second(migration), from, to))).isZero();
      assertThat(printed()).containsPattern("migrated +\\Q" + what + "\\E");
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        delimiter = ';',
        value = {
          "- { control: happy, type: confirm }; - { control: happy, type: confirm, when: size }; happy applies when size, not when always",
          "size == 'small'; size; few applies when size, not when size in ['small']",
          "type: string, when; type: string, required: true, when; few is required now",
          "type: choice, required: true; type: choice; size is no longer required",
          "options: [small, big]; options: [small, big, huge]; size offers huge as well",
          "id: end; id: close; phase end is gone",
          "id: end; id: close; phase close is new",
          "max: 5; max: 3; legs takes at most 3 rows, not 5",
          "min: 1, max: 5; min: 2, max: 5; legs needs 2 rows, not 1",
          "key: leg_id; key: id; find the row's id under id",
          "happy == false; happy; the rule for happy is new",
        })
    void tells_what_is_safe(String from, String to, String what) throws IOException {
      assertThat(diff(replaced(second(""), from, to))).isZero();
      assertThat(printed()).containsPattern("safe +.*\\Q" + what + "\\E");
    }

    @Test
    void tells_of_a_new_field() throws IOException {
      var happy = "      - { control: happy, type: confirm }";
      var late = "      - { path: late, type: text, required: true }\n" + happy;
      assertThat(diff(replaced(second(""), happy, late))).isZero();
      assertThat(printed()).containsPattern("safe +late is new and required");
    }

    @Test
    void says_that_conversations_stay_on_their_version_without_a_migration() throws IOException {
      assertThat(diff(second(""))).isZero();
      assertThat(printed()).contains("no migration from version 1: conversations on it stay there");
    }

    @Test
    void points_at_what_it_cannot_read() throws IOException {
      assertThat(diff("flow: [tiny")).isEqualTo(1);
      assertThat(printed()).contains("error: new.yaml").contains("no valid YAML");
    }
  }
}
