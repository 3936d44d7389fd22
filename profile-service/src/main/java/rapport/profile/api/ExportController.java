package rapport.profile.api;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.export.ExportFormat;
import rapport.profile.export.RecordExports;
import rapport.profile.record.RecordKind;
import rapport.profile.store.Records;
import rapport.profile.store.StoredRecord;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Hands records out as files. Anybody with a role in the workspace may take them. */
@RestController
@Allow
final class ExportController {

  private final Records records;
  private final RecordReader reader;
  private final Map<RecordKind, RecordExports> exports;

  ExportController(Records records, RecordReader reader, List<RecordExports> exports) {
    this.records = records;
    this.reader = reader;
    this.exports =
        exports.stream().collect(Collectors.toMap(RecordExports::kind, Function.identity()));
  }

  /**
   * One record as a file.
   *
   * @param format json, csv, md or pdf, and svg of a buying process; 400 {@code unknown-format}
   */
  @GetMapping("/api/v1/{kind:profiles|buying-processes}/{id}/export")
  Mono<ResponseEntity<byte[]>> one(
      Caller caller,
      @PathVariable String kind,
      @PathVariable String id,
      @RequestParam String format) {
    var wanted = RecordKind.named(kind);
    var chosen = among(of(wanted).formats(), format);
    return written(reader.find(wanted, caller, id), chosen);
  }

  /**
   * Whatever record the conversation of this id has, as a file.
   *
   * @param format as its kind of record has; 400 {@code unknown-format}
   */
  @GetMapping("/api/v1/records/{id}/export")
  Mono<ResponseEntity<byte[]>> ofConversation(
      Caller caller, @PathVariable String id, @RequestParam String format) {
    return reader
        .ofConversation(caller, id)
        .flatMap(stored -> written(Mono.just(stored), among(of(stored.kind()).formats(), format)));
  }

  /**
   * Every profile of the workspace in one file, written as it is read.
   *
   * @param format json or csv; 400 {@code unknown-format}
   */
  @GetMapping("/api/v1/profiles/export")
  ResponseEntity<Flux<DataBuffer>> profiles(Caller caller, @RequestParam String format) {
    return all(RecordKind.PROFILE, caller, format);
  }

  /**
   * Every mapping of a buying process in one file, written as it is read; JSON in the source's
   * outer form {@code {"buying_process_mappings": [...]}}.
   *
   * @param format json or csv; 400 {@code unknown-format}
   */
  @GetMapping("/api/v1/buying-processes/export")
  ResponseEntity<Flux<DataBuffer>> buyingProcesses(Caller caller, @RequestParam String format) {
    return all(RecordKind.BUYING_PROCESS, caller, format);
  }

  private Mono<ResponseEntity<byte[]>> written(Mono<StoredRecord> record, ExportFormat format) {
    return record
        .publishOn(Schedulers.boundedElastic()) // a PDF takes its time
        .map(stored -> {
          var writer = of(stored.kind());
          return Download.of(writer.fileName(stored.record(), format), format, stored.rev())
              .body(writer.write(stored.record(), format));
        });
  }

  private ResponseEntity<Flux<DataBuffer>> all(RecordKind kind, Caller caller, String format) {
    var chosen = among(RecordExports.OF_MANY, format);
    var all = records.all(kind, caller.workspace());
    var text = chosen == ExportFormat.CSV ? csv(of(kind), all) : json(of(kind), all);
    return Download.of(kind.many() + "." + chosen.extension(), chosen).body(bytes(text));
  }

  private static Flux<String> csv(RecordExports exports, Flux<StoredRecord> all) {
    return Flux.concat(
        Mono.fromSupplier(exports::csvHeader), all.map(stored -> exports.csvRows(stored.record())));
  }

  private static Flux<String> json(RecordExports exports, Flux<StoredRecord> all) {
    return Flux.defer(() -> {
      var first = new AtomicBoolean(true);
      var items =
          all.map(
              stored -> (first.getAndSet(false) ? "" : ",\n") + exports.jsonItem(stored.record()));
      return Flux.concat(
          Mono.just(exports.jsonBegin()), items, Mono.just(exports.jsonEnd() + "\n"));
    });
  }

  private static Flux<DataBuffer> bytes(Flux<String> text) {
    var buffers = DefaultDataBufferFactory.sharedInstance;
    return text.map(part -> buffers.wrap(part.getBytes(StandardCharsets.UTF_8)));
  }

  private RecordExports of(RecordKind kind) {
    return requireNonNull(exports.get(kind), kind::many);
  }

  private static ExportFormat among(Set<ExportFormat> formats, String name) {
    return formats.stream()
        .filter(format -> format.extension().equals(name))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                HttpStatus.BAD_REQUEST, "unknown-format", "The format is " + words(formats) + "."));
  }

  private static String words(Set<ExportFormat> formats) {
    var names = formats.stream().map(ExportFormat::extension).toList();
    var last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }
}
