package rapport.conversation.summary.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.summary.Summarizer;
import rapport.testkit.Golden;

/** Buying processes as they would be told; whoever changes a pattern reads them again. */
class RowSummaryTextsTest {

  private static final Path JOURNEYS = Path.of("src/test/resources/summary/journeys");
  private static final Path TEXTS = Path.of("src/test/resources/summary/journeys/texts");
  private static final Summarizer SUMMARIZER =
      SummaryCatalog.fromClasspath(FlowCatalog.fromClasspath())
          .find("buying-process", "en")
          .orElseThrow();

  static Stream<String> journeys() throws IOException {
    try (var files = Files.list(JOURNEYS)) {
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
  @MethodSource("journeys")
  void reads_as_if_a_person_had_written_it(String journey) throws IOException {
    var told = Journey.read(JOURNEYS.resolve(journey + ".yaml")).told(SUMMARIZER);
    Golden.text(TEXTS.resolve(journey + ".txt"), told + "\n");
  }
}
