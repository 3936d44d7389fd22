package rapport.profile.journeymap;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import rapport.profile.buyingprocess.BuyingProcess;
import rapport.profile.buyingprocess.Mappings;
import rapport.profile.catalogue.Labels;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.RecordKind;
import rapport.profile.record.RecordStory;

class JourneyMapTest {

  private static final Labels LABELS = new Labels(RecordKind.BUYING_PROCESS);

  @Test
  void shows_the_persona_the_stages_and_what_happens_in_them() throws Exception {
    var map = drawn("owner", Mappings.owner());
    assertThat(words(map))
        .contains("Small Business Owner", "Pain points", "Completed")
        .contains("Awareness", "Consideration", "Decision")
        .contains("1-2 weeks", "1 month", "3-5 days")
        .contains("Buyer actions", "Key influencers", "Seller actions", "Content type")
        .contains("Peers, the accountant", "3 stages · Last updated 1 March 2026");
    assertThat(elements(map, "polygon")).hasSize(3);
  }

  @Test
  void stages_stand_from_left_to_right() throws Exception {
    var map = drawn("owner", Mappings.owner());
    assertThat(elements(map, "polygon"))
        .extracting(arrow -> Double.parseDouble(arrow.getAttribute("points").split(",", 2)[0]))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 12})
  void has_room_for_every_number_of_stages(int stages) throws Exception {
    var map = drawn("stages-" + stages, Mappings.stages(stages, 14));
    var root = map.getDocumentElement();
    var width = Double.parseDouble(root.getAttribute("width"));
    var height = Double.parseDouble(root.getAttribute("height"));
    assertThat(root.getAttribute("viewBox")).startsWith("0 0 ");
    assertThat(elements(map, "polygon")).hasSize(stages);
    for (var text : elements(map, "text")) {
      assertThat(Double.parseDouble(text.getAttribute("x"))).isBetween(0.0, width);
      assertThat(Double.parseDouble(text.getAttribute("y"))).isBetween(0.0, height);
    }
    for (var box : elements(map, "rect")) {
      assertThat(number(box, "x") + number(box, "width")).isLessThanOrEqualTo(width);
      assertThat(number(box, "y") + number(box, "height")).isLessThanOrEqualTo(height);
    }
  }

  @Test
  void a_text_that_is_too_long_ends_with_dots_and_is_whole_in_its_title() throws Exception {
    var record = Mappings.stages(4, 120);
    var map = drawn("long", record);
    var whole = requireNonNull(record.value("buying_stages[s2].seller_actions"));
    assertThat(elements(map, "title"))
        .extracting(Element::getTextContent)
        .contains(whole.display());
    assertThat(elements(map, "text"))
        .extracting(Element::getTextContent)
        .anyMatch(it -> it.endsWith("…"));
  }

  @Test
  void an_empty_cell_is_a_dash() throws Exception {
    var map = drawn("empty", Mappings.with(RecordStory.stage("s1", 0)));
    assertThat(words(map)).contains("Stage 1", "Unnamed persona");
    assertThat(words(map).stream().filter("–"::equals)).hasSize(6);
  }

  @Test
  void without_stages_it_says_so() throws Exception {
    assertThat(words(drawn("bare", Mappings.bare()))).contains("Unnamed persona", "No stages yet.");
  }

  @Test
  void tells_all_of_it_to_those_who_do_not_see_it() throws Exception {
    var root = drawn("owner", Mappings.owner()).getDocumentElement();
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getAttribute("aria-labelledby"))
        .isEqualTo("journey-c1-title journey-c1-description");
    var title = (Element) root.getElementsByTagName("title").item(0);
    assertThat(title.getAttribute("id")).isEqualTo("journey-c1-title");
    assertThat(title.getTextContent()).isEqualTo("Buying process: Small Business Owner");
    var description = (Element) root.getElementsByTagName("desc").item(0);
    assertThat(description.getAttribute("id")).isEqualTo("journey-c1-description");
    assertThat(description.getTextContent())
        .contains("Stage 2: Consideration.")
        .contains("Seller actions: Conduct discovery calls and provide a demo");
  }

  @Test
  void whatever_was_typed_is_text_and_nothing_else() throws Exception {
    var map = drawn("odd", Mappings.odd());
    for (var name : List.of("script", "foreignObject", "style", "a", "image", "use")) {
      assertThat(elements(map, name)).as(name).isEmpty();
    }
    assertThat(elements(map, "*"))
        .allSatisfy(element -> {
          for (int i = 0; i < element.getAttributes().getLength(); i++) {
            assertThat(element.getAttributes().item(i).getNodeName())
                .doesNotStartWith("on")
                .doesNotContain("href")
                .isNotEqualTo("style");
          }
        });
    assertThat(words(map)).contains("<script>alert(1)</script> & \"Co\" live");
  }

  @Test
  void the_same_process_gives_the_same_picture() {
    assertThat(svg(Mappings.owner())).isEqualTo(svg(Mappings.owner()));
  }

  @ParameterizedTest
  @CsvSource({"1.0,1", "1.25,1.3", "0.04,0", "-3.96,-4", "1234567.8,1234567.8"})
  void lengths_are_written_plainly(double length, String written) {
    assertThat(Svg.plain(length)).isEqualTo(written);
  }

  private static String svg(ConversationRecord record) {
    return JourneyMap.of(BuyingProcess.of(record), LABELS);
  }

  private static Document drawn(String name, ConversationRecord record)
      throws ParserConfigurationException, SAXException, IOException {
    var svg = svg(record);
    keep(name, svg);
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> elements(Document map, String name) {
    var found = map.getElementsByTagName(name);
    var elements = new ArrayList<Element>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** What can be read in the picture, line by line. */
  private static List<String> words(Document map) {
    return elements(map, "text").stream().map(Element::getTextContent).map(String::strip).toList();
  }

  private static double number(Element element, String attribute) {
    var value = element.getAttribute(attribute);
    return value.isEmpty() ? 0 : Double.parseDouble(value);
  }

  /** For a person to look at. */
  private static void keep(String name, String svg) throws IOException {
    var directory = Files.createDirectories(Path.of("target", "exports"));
    Files.writeString(directory.resolve("journey-" + name + ".svg"), svg);
  }
}
