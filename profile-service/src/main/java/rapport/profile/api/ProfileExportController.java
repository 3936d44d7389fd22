package rapport.profile.api;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.export.ExportFormat;
import rapport.profile.export.ProfileExports;
import rapport.profile.store.Profiles;
import rapport.profile.store.StoredProfile;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Hands profiles out as files. Anybody with a role in the workspace may take them. */
@RestController
@Allow
@RequestMapping("/api/v1/profiles")
final class ProfileExportController {

  private final Profiles profiles;
  private final ProfileReader reader;
  private final ProfileExports exports;

  ProfileExportController(Profiles profiles, ProfileReader reader, ProfileExports exports) {
    this.profiles = profiles;
    this.reader = reader;
    this.exports = exports;
  }

  /**
   * One profile as a file.
   *
   * @param format json, csv, md or pdf; 400 {@code unknown-format}
   */
  @GetMapping("/{id}/export")
  Mono<ResponseEntity<byte[]>> one(
      Caller caller, @PathVariable String id, @RequestParam String format) {
    var chosen = format(format);
    return reader
        .find(caller, id)
        .publishOn(Schedulers.boundedElastic()) // a PDF takes its time
        .map(stored -> file(stored, chosen));
  }

  /**
   * Every profile of the workspace in one file, written as it is read.
   *
   * @param format json or csv; 400 {@code unknown-format}
   */
  @GetMapping("/export")
  ResponseEntity<Flux<DataBuffer>> all(Caller caller, @RequestParam String format) {
    var all = profiles.all(caller.workspace());
    return switch (format(format)) {
      case JSON -> download("profiles.json", ExportFormat.JSON).body(bytes(jsonArray(all)));
      case CSV -> download("profiles.csv", ExportFormat.CSV).body(bytes(csv(all)));
      case MD, PDF -> throw unknownFormat("A list of profiles comes as json or csv.");
    };
  }

  private ResponseEntity<byte[]> file(StoredProfile stored, ExportFormat format) {
    return download(exports.fileName(stored.profile(), format), format)
        .header(ProfileController.REVISION, Long.toString(stored.rev()))
        .body(exports.write(stored.profile(), format));
  }

  private Flux<String> csv(Flux<StoredProfile> all) {
    return Flux.concat(
        Mono.fromSupplier(exports::csvHeader), all.map(stored -> exports.csvRow(stored.profile())));
  }

  private Flux<String> jsonArray(Flux<StoredProfile> all) {
    return Flux.defer(() -> {
      var first = new AtomicBoolean(true);
      var items =
          all.map(
              stored -> (first.getAndSet(false) ? "" : ",\n") + exports.jsonItem(stored.profile()));
      return Flux.concat(Mono.just("["), items, Mono.just("]\n"));
    });
  }

  private static Flux<DataBuffer> bytes(Flux<String> text) {
    var buffers = DefaultDataBufferFactory.sharedInstance;
    return text.map(part -> buffers.wrap(part.getBytes(StandardCharsets.UTF_8)));
  }

  private static ResponseEntity.BodyBuilder download(String fileName, ExportFormat format) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(fileName).build().toString())
        .header("X-Content-Type-Options", "nosniff");
  }

  private static ExportFormat format(String name) {
    return ExportFormat.of(name)
        .orElseThrow(() -> unknownFormat("The format is json, csv, md or pdf."));
  }

  private static Problem unknownFormat(String detail) {
    return Problem.of(HttpStatus.BAD_REQUEST, "unknown-format", detail);
  }
}
