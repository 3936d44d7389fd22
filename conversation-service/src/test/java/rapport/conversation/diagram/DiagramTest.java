package rapport.conversation.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;

class DiagramTest {

  private static final FlowCatalog FLOWS = FlowCatalog.fromClasspath();

  /** A line of a flowchart as Mermaid 11 takes it, and nothing else that it may also take. */
  private static final Pattern LINE =
      Pattern.compile(
          """
          flowchart TB
          |accTitle: [^;#{}]+
          |subgraph p\\d+\\["[^"\\n]*"]
          |end
          |n\\d+(?:\\(\\["[^"]*"]\\)|\\("[^"]*"\\)|\\["[^"]*"]|\\{"[^"]*"})(?::::[a-z]+)
          |n\\d+ (?:-->|-->\\|"[^"]*"\\|) n\\d+
          |n\\d+ -\\. "[^"]*" \\.-> n\\d+
          |n\\d+ -\\.- n\\d+
          |classDef [a-z]+ [a-z#0-9,:-]+\
          """
              .replace("\n|", "|")
              .strip());

  static Stream<String> flows() {
    return FLOWS.names().stream();
  }

  private static Chart chart(String flow) {
    return ChartMaker.chart(FLOWS.latest(flow), FLOWS.texts(flow, "en"));
  }

  private static List<String> labels(FlowDefinition definition) {
    var texts = FLOWS.texts(definition.name(), "en");
    return definition.fields().map(Field::path).map(path -> texts.field(path).label()).toList();
  }

  @ParameterizedTest
  @MethodSource("flows")
  void mermaid_shows_every_phase_and_field_in_lines_it_can_read(String flow) {
    var mermaid = MermaidChart.write(chart(flow));
    assertThat(mermaid.lines().map(String::strip)).allMatch(line -> LINE.matcher(line).matches());
    assertThat(mermaid).contains(labels(FLOWS.latest(flow)));
    assertThat(mermaid.lines().filter(line -> line.strip().startsWith("subgraph")))
        .hasSameSizeAs(mermaid.lines().filter(line -> line.strip().equals("end")).toList());
  }

  @ParameterizedTest
  @MethodSource("flows")
  void mermaid_leads_from_the_beginning_to_every_node(String flow) {
    var lines = MermaidChart.write(chart(flow)).lines().map(String::strip).toList();
    var reached = new HashSet<>(List.of("n1"));
    for (var line : lines) {
      var ends = line.split(" ", -1);
      if (line.contains(" -") && ends[0].startsWith("n")) {
        assertThat(reached).as(line).contains(ends[0]);
        reached.add(ends[ends.length - 1]);
      }
    }
    var nodes = lines.stream().filter(line -> line.contains(":::")).count();
    assertThat(reached).hasSize((int) nodes);
  }

  @Test
  void mermaid_keeps_signs_that_mean_something_to_it() {
    assertThat(MermaidChart.quoted("say \"hi\" <b>&#1;`x`\n2nd"))
        .isEqualTo("\"say #quot;hi#quot; #lt;b#gt;#amp;#35;1;#96;x#96;<br/>2nd\"");
    assertThat(MermaidChart.quoted("1. one")).isEqualTo("\"1\u2060. one\"");
    assertThat(MermaidChart.quoted("- dash")).isEqualTo("\"-\u2060 dash\"");
  }

  @ParameterizedTest
  @MethodSource("flows")
  void svg_is_a_picture_of_its_own_that_shows_every_field(String flow) throws Exception {
    var svg = SvgChart.draw(chart(flow));
    var document = parse(svg);
    assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(svg).doesNotContain("<style", "<script", "href=", "url(");
    assertThat(String.join("\n", texts(document))).contains(labels(FLOWS.latest(flow)));
  }

  @ParameterizedTest
  @MethodSource("flows")
  void svg_draws_nothing_outside_of_itself(String flow) throws Exception {
    var document = parse(SvgChart.draw(chart(flow)));
    var picture = document.getDocumentElement();
    var boxes = document.getElementsByTagName("rect");
    for (var i = 0; i < boxes.getLength(); i++) {
      var box = (Element) boxes.item(i);
      assertThat(number(box, "width")).isPositive();
      assertThat(number(box, "height")).isPositive();
      assertThat(right(box)).isLessThanOrEqualTo(number(picture, "width"));
      assertThat(number(box, "y") + number(box, "height"))
          .isLessThanOrEqualTo(number(picture, "height"));
    }
  }

  private static int right(Element box) {
    return number(box, "x") + number(box, "width");
  }

  private static int number(Element element, String attribute) {
    var text = element.getAttribute(attribute);
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  private static Document parse(String svg) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document document) {
    var texts = new ArrayList<String>();
    var elements = document.getElementsByTagName("text");
    for (var i = 0; i < elements.getLength(); i++) {
      texts.add(elements.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void svg_escapes_what_xml_would_read() {
    assertThat(Canvas.escaped("a < b & \"c\"\u0007 😀"))
        .isEqualTo("a &lt; b &amp; &quot;c&quot; 😀");
  }

  @Test
  void shows_where_the_ways_part_and_what_comes_once_for_every_row() {
    var chart = chart("buying-process");
    var stages = chart.blocks().get(2).parts();
    assertThat(stages.get(1)).isInstanceOf(Chart.Branch.class);
    assertThat(stages.get(2))
        .isInstanceOfSatisfying(
            Chart.Loop.class, loop -> assertThat(loop.label()).contains("1 to 12"));
    var market =
        chart("customer-profile").blocks().get(2).parts().stream()
            .filter(Chart.Branch.class::isInstance)
            .map(Chart.Branch.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(market.arms())
        .extracting(Chart.Arm::label)
        .containsExactly("Organisation (B2B)", "Private use (B2C)");
  }

  @Test
  void says_what_follows_by_itself() {
    var review = chart("buying-process").blocks().getLast();
    assertThat(review.rules())
        .contains(
            new Chart.Note(
                "When “What next” is “Another persona”", List.of("start the next conversation")));
  }

  @Test
  void has_the_same_words_in_every_language() {
    assertThat(ChartWords.of("de").keys()).isEqualTo(ChartWords.of("en").keys());
    assertThat(ChartWords.of("ar").keys()).isEqualTo(ChartWords.of("en").keys());
    assertThat(ChartWords.of("de-CH").say("begin")).isEqualTo("Beginn");
    assertThat(ChartWords.of("tlh").say("begin")).isEqualTo("Begin");
  }

  @Test
  void measures_wide_text_as_wider() {
    assertThat(Measure.width("WWW", 10)).isGreaterThan(Measure.width("iii", 10));
    assertThat(Measure.lines("one two three", 10, Measure.width("one two", 10)))
        .containsExactly("one two", "three");
  }
}
