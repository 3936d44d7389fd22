package rapport.conversation.summary.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.summary.Summarizer;
import rapport.testkit.Golden;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Texts in languages other than English, as soon as a flow asks its questions in them. */
class OtherLanguagesTest {

  private static final Path FILES = Path.of("src/test/resources/summary/languages");
  private static final Pattern HAS_ROWS = Pattern.compile("(?m)^rows:");
  private static final FlowCatalog FLOWS = FlowCatalog.fromClasspath();
  private static final SummaryCatalog CATALOG = SummaryCatalog.fromClasspath(FLOWS);
  private static final MessyProfiles PROFILES = new MessyProfiles(FLOWS.latest("customer-profile"));

  private record Profile(List<String> focus, Map<String, Object> values) {}

  static Stream<String> records() throws IOException {
    try (var files = Files.list(FILES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.replace(".yaml", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void reads_as_if_a_person_had_written_it(String name) throws IOException {
    var file = FILES.resolve(name + ".yaml");
    var rows = HAS_ROWS.matcher(Files.readString(file)).find();
    var summarizer = summarizer(rows ? "buying-process" : "customer-profile", name.substring(0, 2));

    var text = rows ? Journey.read(file).told(summarizer) : told(file, summarizer);

    Golden.text(FILES.resolve(name + ".txt"), text + "\n");
  }

  private static String told(Path file, Summarizer summarizer) throws IOException {
    var profile = YAMLMapper.builder().build().readValue(Files.readString(file), Profile.class);
    var known = new TreeMap<String, FieldValue>();
    profile.values().forEach((path, value) -> known.put(path, FieldValue.of(value)));
    return summarizer.summarize(known, Map.of(), profile.focus());
  }

  private static Summarizer summarizer(String flow, String locale) {
    var summarizer = CATALOG.find(flow, locale);
    assumeTrue(summarizer.isPresent(), flow + " asks nobody in " + locale + " yet");
    return summarizer.orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "ar"})
  void is_punctuated_like_a_text_whatever_people_typed(String locale) {
    var profiles = summarizer("customer-profile", locale);
    var stages = summarizer("buying-process", locale);

    LongStream.range(0, 150)
        .forEach(seed -> {
          isText(profiles.summarize(PROFILES.profile(seed), Map.of(), List.of()), seed);
          isText(MessyJourneys.journey(seed).told(stages), seed);
        });
  }

  private static void isText(String text, long seed) {
    assertThat(text)
        .as("seed %d", seed)
        .isNotBlank()
        .doesNotContain("{", "}", "  ", " ,", "..", ",.", ":.", " .", ",,", "???", "()", "[]")
        .doesNotContainPattern("[,;:،؛]\\s*[.;:]");
  }
}
