package rapport.conversation.diagram;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.runtime.identity.Allow;
import rapport.runtime.problem.Problem;

/** Pictures of flows. */
@RestController
@Allow
final class DiagramController {

  private static final MediaType MERMAID =
      new MediaType("text", "vnd.mermaid", StandardCharsets.UTF_8);
  private static final MediaType SVG = new MediaType("image", "svg+xml");

  private final FlowCatalog flows;

  DiagramController(FlowCatalog flows) {
    this.flows = flows;
  }

  /**
   * The latest version of a flow as a diagram: its phases in order, where the ways part and why,
   * what comes once for every row, and what follows by itself. Any role may look.
   *
   * @param format {@code mermaid} (the default) for the text of a Mermaid flowchart, {@code svg}
   *     for a picture
   * @param locale BCP 47 tag of the language of its words; English when there is none of it
   * @return 404 {@code flow-not-found}; 400 {@code unknown-format}
   */
  @GetMapping("/api/v1/flows/{flow}/diagram")
  ResponseEntity<String> diagram(
      @PathVariable String flow,
      @RequestParam(defaultValue = "mermaid") String format,
      @RequestParam(required = false) @Nullable String locale) {
    if (!flows.names().contains(flow)) {
      throw Problem.of(HttpStatus.NOT_FOUND, "flow-not-found", "There is no such flow.");
    }
    var language = Objects.requireNonNullElse(locale, "en");
    var chart = ChartMaker.chart(flows.latest(flow), flows.texts(flow, language));
    return switch (format) {
      case "mermaid" -> ResponseEntity.ok().contentType(MERMAID).body(MermaidChart.write(chart));
      case "svg" ->
          ResponseEntity.ok()
              .contentType(SVG)
              .header("Content-Security-Policy", "default-src 'none'; sandbox")
              .header("X-Content-Type-Options", "nosniff")
              .body(SvgChart.draw(chart));
      default ->
          throw Problem.of(
              HttpStatus.BAD_REQUEST, "unknown-format", "The format is mermaid or svg.");
    };
  }
}
