package rapport.gateway.security;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code deploy/security/asvs.yaml} says is complete, and names nothing that is not there. */
class AsvsLedgerTest {
  private static final Path ROOT = Path.of("..");
  private static final Set<String> ANSWERS = Set.of("held", "nothing", "operator", "open");

  private final Map<String, Map<String, Object>> ledger = ledger("asvs.yaml");

  @ParameterizedTest
  @CsvSource({"1, 70", "2, 183"})
  void no_requirement_of_the_first_two_levels_is_missing(int level, int size) throws IOException {
    var file = "/asvs-5.0.0-level-" + level + ".txt";
    try (var list = requireNonNull(getClass().getResourceAsStream(file))) {
      var required = new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(required).hasSize(size);
      assertThat(ledger.keySet()).containsAll(required);
    }
  }

  @Test
  void every_requirement_has_one_answer_in_words() {
    ledger.forEach((requirement, told) -> {
      var answers = told.keySet().stream().filter(ANSWERS::contains).toList();
      assertThat(answers).as(requirement).hasSize(1);
      assertThat(String.valueOf(told.get(answers.getFirst()))).as(requirement).endsWith(".");
    });
  }

  @Test
  void what_is_held_names_a_test_or_the_code_and_all_of_it_is_there() throws IOException {
    Map<String, List<String>> tests = tests();
    ledger.forEach((requirement, told) -> {
      List<String> named = words(told.get("tests"));
      List<String> code = words(told.get("code"));
      assertThat(named.isEmpty() && code.isEmpty())
          .as(requirement + " proves nothing")
          .isEqualTo(!told.containsKey("held"));
      named.forEach(
          test -> assertThat(isThere(test, tests)).as(requirement + ": " + test).isTrue());
      code.forEach(file -> assertThat(ROOT.resolve(file)).as(requirement).exists());
    });
  }

  @Test
  void defects_of_others_have_tests_that_are_there() throws IOException {
    Map<String, List<String>> tests = tests();
    Map<Integer, Map<String, Object>> defects = ledger("defects-of-others.yaml");
    assertThat(defects).isNotEmpty();
    defects.forEach((issue, told) -> {
      assertThat(words(told.get("tests"))).as("issue " + issue).isNotEmpty();
      words(told.get("tests"))
          .forEach(test -> assertThat(isThere(test, tests)).as(issue + ": " + test).isTrue());
    });
  }

  /** {@code Class#method} or {@code file#the title of a journey}. */
  private static boolean isThere(String test, Map<String, List<String>> tests) {
    String[] parts = test.split("#", 2);
    String title = parts[0].endsWith(".ts") ? "'" + parts[1] + "'" : " " + parts[1] + "(";
    return tests.getOrDefault(parts[0], List.of()).stream().anyMatch(text -> text.contains(title));
  }

  /** The texts of all tests by the name of their class or file. */
  private static Map<String, List<String>> tests() throws IOException {
    Map<String, List<String>> tests = new HashMap<>();
    List<Path> folders = new ArrayList<>(List.of(ROOT.resolve("gateway/web/journeys")));
    for (Path parent : List.of(ROOT, ROOT.resolve("platform"))) {
      try (Stream<Path> modules = Files.list(parent)) {
        modules.map(module -> module.resolve("src/test/java")).forEach(folders::add);
      }
    }
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            String name = file.getFileName().toString().replaceFirst("\\.java$", "");
            tests.computeIfAbsent(name, _ -> new ArrayList<>()).add(Files.readString(file));
          }
        }
      }
    }
    return tests;
  }

  private static List<String> words(@Nullable Object list) {
    return list instanceof List<?> words
        ? words.stream().map(Object::toString).toList()
        : List.of();
  }

  private static <K> Map<K, Map<String, Object>> ledger(String file) {
    try {
      String text = Files.readString(ROOT.resolve("deploy/security").resolve(file));
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
