package rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that lists for analysts what lies on which topic. */
class TopicsPageTest {

  private static final Path FILE = Path.of("../../deploy/analysts/topics.md");
  private static final String SCHEMAS = "../../platform/contracts/schemas/";
  private static final String EXAMPLES = "../../platform/contracts/src/test/resources/golden/";

  /** What of people stands in the values, in words; a new topic is added here. */
  private static final Map<String, String> PERSONAL =
      Map.ofEntries(
          Map.entry("rapport.conversation.events", "what people wrote, word by word"),
          Map.entry("rapport.profile.events", "what was said of customers, with quotes"),
          Map.entry("rapport.profile.state", "what was said of customers"),
          Map.entry("rapport.lead.events", "quotes, e-mail addresses"),
          Map.entry("rapport.lead.state", "e-mail addresses, quotes"),
          Map.entry("rapport.account.signals", "names and addresses of contacts"),
          Map.entry("rapport.person.events", "ids only"),
          Map.entry("rapport.person.state", "names, addresses, quotes"),
          Map.entry("rapport.health.events", "ids of colleagues"),
          Map.entry("rapport.health.state", "names of companies, ids of colleagues"),
          Map.entry("rapport.persona.state", "none: made-up people"),
          Map.entry("rapport.privacy.events", "none: ids of requests"),
          Map.entry("rapport.integration.events", "names, addresses, texts of messages"),
          Map.entry("rapport.automation.events", "what the triggering event says"));

  @Test
  void the_page_is_that_of_the_catalogs() {
    Committed.compare(FILE, page());
  }

  @Test
  void of_every_topic_is_said_what_it_knows_of_people() {
    assertThat(PERSONAL.keySet())
        .containsAll(catalogs().map(EventCatalog::topic).collect(Collectors.toSet()));
  }

  private static Stream<EventCatalog<?>> catalogs() {
    return Stream.concat(Catalogs.ALL.stream(), Stream.of(ProfileState.CATALOG)).distinct();
  }

  private static String page() {
    var page = new StringBuilder();
    page.append("# Topics\n\nMade from the catalogue in `platform/contracts`; ")
        .append("[README.md](README.md) says how to read them.\n\n")
        .append("| topic | kept | published by | of people |\n|---|---|---|---|\n");
    catalogs()
        .forEach(catalog ->
            page.append(
                "| `%s` | %s | %s | %s |\n"
                    .formatted(
                        catalog.topic(),
                        isState(catalog) ? "the latest of each key" : "a month",
                        catalog.source().replaceFirst("^/rapport/", ""),
                        PERSONAL.get(catalog.topic()))));
    catalogs().forEach(catalog -> section(page, catalog));
    return page.toString();
  }

  private static void section(StringBuilder page, EventCatalog<?> catalog) {
    page.append("\n## ").append(catalog.topic()).append("\n\n");
    catalog.types().keySet().stream()
        .sorted()
        .forEach(type -> page.append("- `%s`: %s\n".formatted(type, links(type))));
  }

  private static String links(String type) {
    return Path.of("schemas", type + ".json").toFile().exists()
        ? "[schema](%s%s.json), [example](%s%s.json)".formatted(SCHEMAS, type, EXAMPLES, type)
        : "without a schema";
  }

  private static boolean isState(EventCatalog<?> catalog) {
    return catalog.topic().endsWith(".state");
  }
}
