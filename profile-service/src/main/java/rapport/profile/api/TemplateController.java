package rapport.profile.api;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.account.template.Template;
import rapport.profile.export.ExportFormat;
import rapport.profile.export.TemplateExports;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Fills in the standard papers about an account. Anybody with a role may take them. */
@RestController
@Allow
final class TemplateController {

  private final TemplateMaterial materials;
  private final TemplateExports exports;

  TemplateController(TemplateMaterial materials, TemplateExports exports) {
    this.materials = materials;
    this.exports = exports;
  }

  /**
   * A template filled in with what is known of an account now, as a file.
   *
   * @param template {@code profile}, {@code interaction-log} (the latest 200), {@code deal-review},
   *     {@code relationship-map}, {@code health-score} or {@code onboarding-checklist}; 404 {@code
   *     template-not-found}
   * @param format json or md; 400 {@code unknown-format}
   */
  @GetMapping("/api/v1/accounts/{id}/templates/{template}")
  Mono<ResponseEntity<byte[]>> filledIn(
      Caller caller,
      @PathVariable String id,
      @PathVariable String template,
      @RequestParam(defaultValue = "md") String format) {
    var chosen = Template.named(template).orElseThrow(TemplateController::unknownTemplate);
    var written = format(format);
    return materials
        .of(caller.workspace(), id)
        .map(material ->
            Download.of(exports.fileName(chosen, material, written), written)
                .body(exports.write(chosen, material, written)));
  }

  private static ExportFormat format(String format) {
    return TemplateExports.FORMATS.stream()
        .filter(known -> known.extension().equals(format))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(HttpStatus.BAD_REQUEST, "unknown-format", "The format is json or md."));
  }

  private static Problem unknownTemplate() {
    var names = Arrays.stream(Template.values()).map(Template::wire);
    return Problem.of(
        HttpStatus.NOT_FOUND,
        "template-not-found",
        "The template is one of " + names.collect(Collectors.joining(", ")) + ".");
  }
}
