package rapport.conversation.summary.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.summary.Summarizer;
import rapport.testkit.Golden;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Texts as they would be shown; whoever changes a pattern reads them again. */
class SummaryTextsTest {

  private static final Path PROFILES = Path.of("src/test/resources/summary/profiles");
  private static final Path TEXTS = Path.of("src/test/resources/summary/texts");
  private static final Summarizer SUMMARIZER =
      SummaryCatalog.fromClasspath(FlowCatalog.fromClasspath())
          .find("customer-profile", "en")
          .orElseThrow();

  record Profile(List<String> focus, Map<String, Object> values) {
    static Profile read(String name) throws IOException {
      var yaml = Files.readString(PROFILES.resolve(name + ".yaml"));
      return YAMLMapper.builder().build().readValue(yaml, Profile.class);
    }

    String summarized() {
      var fieldValues = new TreeMap<String, FieldValue>();
      values.forEach((path, value) -> fieldValues.put(path, FieldValue.of(value)));
      return SUMMARIZER.summarize(fieldValues, Map.of(), focus);
    }
  }

  static Stream<String> profiles() throws IOException {
    try (var files = Files.list(PROFILES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void reads_as_if_a_person_had_written_it(String profile) throws IOException {
    Golden.text(TEXTS.resolve(profile + ".txt"), Profile.read(profile).summarized() + "\n");
  }

  @Test
  void words_that_match_no_focus_change_nothing() throws IOException {
    var profile = Profile.read("office-manager");

    assertThat(profile.summarized())
        .isEqualTo(new Profile(List.of(), profile.values()).summarized());
  }
}
