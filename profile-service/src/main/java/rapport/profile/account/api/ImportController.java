package rapport.profile.account.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.account.intake.FileImport;
import rapport.profile.account.intake.FileImport.RowProblem;
import rapport.profile.account.intake.FileImport.Tally;
import rapport.profile.account.intake.ImportDesk;
import rapport.profile.account.intake.Imports;
import rapport.runtime.feed.Feeds;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Accounts and contacts from CSV files. A file is begun, uploaded in parts of at most 256 KB, one
 * after the other and cut anywhere, then checked with a mapping of its columns, then run.
 */
@RestController
@Allow({Role.SALES, Role.SUCCESS})
final class ImportController {

  private final ImportDesk desk;
  private final Imports imports;
  private final Feeds feeds;

  ImportController(ImportDesk desk, Imports imports, Feeds feeds) {
    this.desk = desk;
    this.imports = imports;
    this.feeds = feeds;
  }

  /** The name of a file. */
  record NewImport(String name) {}

  /** What each column stands for, in their order; null passes a column over. */
  record Mapping(@Nullable List<@Nullable String> mapping) {}

  /**
   * A column.
   *
   * @param field what it stands for; absent when it is passed over
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Column(String name, @Nullable String field, List<String> samples) {}

  /**
   * An import.
   *
   * @param status {@code uploading}, {@code checking}, {@code checked}, {@code running}, {@code
   *     done}, {@code failed} or {@code cancelled}
   * @param parts how many have been uploaded, which is the number of the next
   * @param read how many of them have been checked, or taken over
   * @param tally of a check: what would become of the rows in an empty workspace
   * @param problems of single rows, the first 200
   */
  record ImportView(
      String id,
      String name,
      String by,
      Instant createdAt,
      String status,
      int parts,
      long bytes,
      int read,
      List<Column> columns,
      Tally tally,
      List<RowProblem> problems) {

    static ImportView of(FileImport it) {
      return new ImportView(
          it.id(),
          it.name(),
          it.by(),
          it.createdAt(),
          it.status().toString(),
          it.parts(),
          it.bytes(),
          Math.min(it.next(), it.parts()),
          IntStream.range(0, it.header().size()).mapToObj(at -> column(it, at)).toList(),
          it.tally(),
          it.problems());
    }

    private static Column column(FileImport it, int at) {
      var samples =
          it.samples().stream().filter(row -> row.size() > at).map(row -> row.get(at)).toList();
      return new Column(it.header().get(at), it.mapping().get(at), samples);
    }
  }

  @PostMapping("/api/v1/accounts/imports")
  Mono<ResponseEntity<ImportView>> beginImport(Caller caller, @RequestBody NewImport wanted) {
    var name = Problem.required("name", wanted.name());
    return desk.begin(caller.workspace(), name, caller.subject())
        .map(begun ->
            ResponseEntity.created(URI.create("/api/v1/accounts/imports/" + begun.id()))
                .body(ImportView.of(begun)));
  }

  /** Imports, the newest first, at most 100. */
  @GetMapping("/api/v1/accounts/imports")
  Mono<List<ImportView>> listImports(Caller caller) {
    return imports.list(caller.workspace()).map(it -> ImportView.of(it.value())).collectList();
  }

  @GetMapping("/api/v1/accounts/imports/{id}")
  Mono<ImportView> getImport(Caller caller, @PathVariable String id) {
    return imports
        .find(caller.workspace(), id)
        .map(it -> ImportView.of(it.value()))
        .switchIfEmpty(Mono.error(() -> Desk.notFound("import")));
  }

  /** The next part of the file, from number 0; the one before may be told again. */
  @PutMapping(
      path = "/api/v1/accounts/imports/{id}/parts/{number}",
      consumes = {"text/csv", MediaType.APPLICATION_OCTET_STREAM_VALUE})
  Mono<ImportView> uploadPart(
      Caller caller, @PathVariable String id, @PathVariable int number, @RequestBody byte[] part) {
    return desk.upload(caller.workspace(), id, number, part).map(ImportView::of);
  }

  /**
   * Looks through all rows, with this mapping or the guessed one, and changes nothing. While it is
   * being read 409 {@code not-ready}, when its file is no longer there {@code import-over}.
   */
  @PostMapping("/api/v1/accounts/imports/{id}/check")
  Mono<ImportView> checkImport(
      Caller caller, @PathVariable String id, @RequestBody Mapping mapping) {
    return desk.check(caller.workspace(), id, mapping.mapping()).map(ImportView::of);
  }

  /**
   * Takes all rows over; those told before change nothing. Otherwise 409 {@code not-ready}, {@code
   * not-checked} or {@code import-over}.
   */
  @PostMapping("/api/v1/accounts/imports/{id}/run")
  Mono<ImportView> runImport(Caller caller, @PathVariable String id) {
    return desk.run(caller.workspace(), id).map(ImportView::of);
  }

  /** Stops, and deletes the file; what was taken over stays. 409 {@code import-over}. */
  @DeleteMapping("/api/v1/accounts/imports/{id}")
  Mono<ImportView> cancelImport(Caller caller, @PathVariable String id) {
    return desk.cancel(caller.workspace(), id).map(ImportView::of);
  }

  /** Server-sent events named {@code import}: how it stands, at once and whenever it moved. */
  @GetMapping(
      path = "/api/v1/accounts/imports/{id}/feed",
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<ImportView>> importFeed(Caller caller, @PathVariable String id) {
    return feeds.serve(
        feeds
            .changes(Imports.key(caller.workspace(), id))
            .concatMap(_ -> getImport(caller, id))
            .map(it -> ServerSentEvent.<ImportView>builder(it).event("import").build()));
  }
}
