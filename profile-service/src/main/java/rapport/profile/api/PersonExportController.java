package rapport.profile.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.export.PersonExports;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Hands people out as files. Anybody with a role in the workspace may take them. */
@RestController
@Allow
final class PersonExportController {

  private final PersonReader reader;
  private final PersonExports exports;

  PersonExportController(PersonReader reader, PersonExports exports) {
    this.reader = reader;
    this.exports = exports;
  }

  /**
   * One person as a file; in JSON and CSV every value with where it comes from.
   *
   * @param format json, csv or md; 400 {@code unknown-format}
   */
  @GetMapping("/api/v1/people/{id}/export")
  Mono<ResponseEntity<byte[]>> one(
      Caller caller, @PathVariable String id, @RequestParam String format) {
    var chosen =
        PersonExports.FORMATS.stream()
            .filter(known -> known.extension().equals(format))
            .findFirst()
            .orElseThrow(PersonExportController::unknown);
    return reader
        .find(caller, id)
        .map(person ->
            Download.of(exports.fileName(person, chosen), chosen, person.rev())
                .body(exports.write(person, chosen)));
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.BAD_REQUEST, "unknown-format", "The format is json, csv or md.");
  }
}
