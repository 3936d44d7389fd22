package rapport.embedding.intent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.embedding.intent.BagOfWords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IntentToolTest {

  private static final String CSV =
      """
      text,category
      my card is lost,card
      "where, please, is my card",card
      no card came,card
      I want a loan,loan
      how much is a loan,loan
      a loan for a house,loan
      """;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void tests_with_what_was_not_learnt_of_a_single_file() throws IOException {
    assertThat(run(file("train.csv", CSV), "--per-class=2", "--seeds=2")).isZero();
    assertThat(lines()).hasSize(3);
    assertThat(lines()[0]).contains("seed 1: 4 examples, 2 texts in scope, 0 out of scope");
    assertThat(json().get("accuracy").asDouble()).isBetween(0d, 1d);
    assertThat(json().get("seeds").asInt()).isEqualTo(2);
    assertThat(json().has("cpuMsP99")).isTrue();
  }

  @Test
  void learns_from_the_training_part_and_is_tested_with_the_other_of_one_file() throws IOException {
    var parts =
        """
        {"train": [["my card is lost","card"],["I want a loan","loan"]],
         "oos_train": [["tell a joke","oos"]],
         "val": [["card lost","card"],["want a loan","loan"]],
         "oos_val": [["play jazz","oos"]]}
        """;
    assertThat(run(file("parts.json", parts))).isZero();
    assertThat(lines()[0]).contains("2 examples, 2 texts in scope, 1 out of scope");
    assertThat(json().get("accuracy").asDouble()).isEqualTo(1);
    assertThat(json().get("oosAuroc").asDouble()).isEqualTo(1);
  }

  @Test
  void reads_lines_of_json_and_columns_with_tabs() throws IOException {
    var train = file("train.tsv", "my card is lost\tcard\nI want a loan\tloan\n");
    var test =
        file(
            "test.jsonl",
            "{\"text\":\"card\",\"label\":\"card\"}\n\n{\"text\":\"jazz\",\"intent\":\"oos\"}\n");
    assertThat(run(train, test)).isZero();
    assertThat(lines()[0]).contains("1 texts in scope, 1 out of scope");
  }

  @Test
  void takes_labels_it_was_told_to_hold_out_for_out_of_scope() throws IOException {
    assertThat(run(file("train.csv", CSV), "--per-class=1", "--hold-out=1")).isZero();
    assertThat(lines()[0]).contains("1 examples, 2 texts in scope, 3 out of scope");
  }

  @Test
  void leaves_out_other_strangers_when_labels_are_held_out() throws IOException {
    var test = file("test.tsv", "lost card\tcard\na loan\tloan\nplay jazz\toos\n");
    assertThat(run(file("train.csv", CSV), test, "--hold-out=1")).isZero();
    assertThat(lines()[0]).contains("1 texts in scope, 1 out of scope");
  }

  @Test
  void says_what_is_wrong_and_ends_with_another_code() throws IOException {
    assertThat(run()).isEqualTo(2);
    assertThat(run(file("train.csv", CSV), "--per-klass=3")).isEqualTo(2);
    assertThat(run(file("train.csv", CSV), "--seeds=many")).isEqualTo(2);
    assertThat(run(folder.resolve("none.csv").toString())).isEqualTo(2);
    assertThat(run(file("words.txt", "a"))).isEqualTo(2);
    assertThat(run(file("broken.json", "{"))).isEqualTo(2);
    assertThat(run(file("other.csv", "a,b\n1,2\n"))).isEqualTo(2);
    assertThat(lines())
        .hasSize(7)
        .anySatisfy(line -> assertThat(line).contains("--per-klass=3 is no option"))
        .anySatisfy(line -> assertThat(line).startsWith("cannot read: ").contains("none.csv"))
        .anySatisfy(line -> assertThat(line).contains("other.csv: has none of text"));
  }

  private int run(String... arguments) {
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new IntentTool(new BagOfWords(), out).run(List.of(arguments));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private String[] lines() {
    return printed.toString(StandardCharsets.UTF_8).strip().split("\n", -1);
  }

  private JsonNode json() {
    return JsonMapper.shared().readTree(lines()[lines().length - 1]);
  }
}
