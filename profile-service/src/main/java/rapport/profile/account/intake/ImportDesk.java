package rapport.profile.account.intake;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.profile.account.intake.FileImport.Status;
import rapport.profile.account.intake.Imports.Stored;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** What people do with imports: begin, upload, check, run, cancel. */
@Component
public final class ImportDesk {

  private static final int MOST_PARTS = 1_000;
  private static final int MOST_COLUMNS = 100;
  private static final int SAMPLES = 3;
  private static final int TRIES = 50;

  private final Imports imports;
  private final Clock clock;

  ImportDesk(Imports imports, Clock clock) {
    this.imports = imports;
    this.clock = clock;
  }

  public Mono<FileImport> begin(String workspace, String name, String by) {
    var id = UUID.randomUUID().toString();
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return imports.insert(workspace, FileImport.begun(id, name, by, at)).map(Stored::value);
  }

  /** Takes the next part, or the one before it again. */
  public Mono<FileImport> upload(String workspace, String id, int number, byte[] part) {
    return found(workspace, id).flatMap(stored -> upload(stored, number, part));
  }

  private Mono<FileImport> upload(Stored stored, int number, byte[] part) {
    var of = stored.value();
    if (of.status() != Status.UPLOADING) {
      return refused("not-uploading", "The file is complete.");
    }
    if (number == of.parts() - 1) {
      return Mono.just(of);
    }
    if (number != of.parts() || number >= MOST_PARTS || part.length == 0) {
      return refused("not-the-next-part", "The next part is number " + of.parts() + ".");
    }
    var opened = number == 0 ? opened(of, part) : of;
    return imports
        .putPart(stored.workspace(), of.id(), number, part)
        .then(saved(stored, opened.received(number, part.length)).switchIfEmpty(moved()))
        .onErrorResume(Problem.class, refusal -> forgottenIfOver(stored).then(Mono.error(refusal)));
  }

  /** Somebody stopped it after its file was looked up: then this part is deleted as well. */
  private Mono<Void> forgottenIfOver(Stored before) {
    return imports
        .find(before.workspace(), before.value().id())
        .filter(now -> now.value().status().isOver())
        .flatMap(imports::forgetFile);
  }

  private static FileImport opened(FileImport of, byte[] part) {
    var text = Slice.of(new byte[0], part).rows();
    var separator = CsvRows.separator(text);
    try {
      var rows = CsvRows.of(text, separator);
      if (rows.isEmpty() || rows.getFirst().size() > MOST_COLUMNS) {
        throw notCsv();
      }
      var samples = rows.subList(1, Math.min(rows.size(), SAMPLES + 1));
      return of.opened(separator, rows.getFirst(), samples);
    } catch (UncheckedIOException _) {
      throw notCsv();
    }
  }

  /** Begins to look through all rows without changing anything. */
  public Mono<FileImport> check(
      String workspace, String id, @Nullable List<@Nullable String> mapping) {
    return begin(workspace, id, Status.CHECKING, mapping);
  }

  /** Begins to take all rows over, after a check with the same mapping. */
  public Mono<FileImport> run(String workspace, String id) {
    return begin(workspace, id, Status.RUNNING, null);
  }

  private Mono<FileImport> begin(
      String workspace, String id, Status status, @Nullable List<@Nullable String> mapping) {
    return found(workspace, id)
        .flatMap(stored -> {
          var of = stored.value();
          var chosen = mapping == null ? of.mapping() : mapping;
          if (of.status().isOver()) {
            return over();
          }
          if (of.parts() == 0 || of.status().isWorking()) {
            return refused("not-ready", "Upload a file first, and let it come to its end.");
          }
          if (status == Status.RUNNING && of.status() == Status.UPLOADING) {
            return refused("not-checked", "Have it checked first.");
          }
          acceptable(of, chosen);
          return saved(stored, of.beginning(status, chosen));
        })
        .transform(ImportDesk::again);
  }

  /** Stops one that is not over yet; one that was stopped before stays as it is. */
  public Mono<FileImport> cancel(String workspace, String id) {
    return found(workspace, id)
        .flatMap(stored -> {
          var of = stored.value();
          if (of.status() == Status.CANCELLED) {
            return Mono.just(of);
          }
          return of.status().isOver() ? over() : saved(stored, of.at(Status.CANCELLED));
        })
        .transform(ImportDesk::again);
  }

  private static void acceptable(FileImport of, List<@Nullable String> mapping) {
    var fields = mapping.stream().filter(field -> field != null).toList();
    var repeated = fields.size() != fields.stream().collect(Collectors.toSet()).size();
    if (mapping.size() != of.header().size()
        || repeated
        || !Columns.fields().containsAll(fields)
        || !fields.contains("name")) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "bad-mapping",
          "A mapping has one field or null for each column, none twice, and name among them. Fields: "
              + String.join(", ", Columns.fields())
              + ".");
    }
  }

  /** Empty when it moved meanwhile. */
  private Mono<FileImport> saved(Stored stored, FileImport value) {
    return imports.save(stored, value, new byte[0], Instant.EPOCH).map(Stored::value);
  }

  /** One that is worked on moves with each part, which is no reason to refuse its being stopped. */
  private static Mono<FileImport> again(Mono<FileImport> tried) {
    return tried.repeatWhenEmpty(tries -> tries.take(TRIES)).switchIfEmpty(moved());
  }

  private static Mono<FileImport> moved() {
    return refused("conflict", "It moved meanwhile; try again.");
  }

  private Mono<Stored> found(String workspace, String id) {
    return imports
        .find(workspace, id)
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(HttpStatus.NOT_FOUND, "import-not-found", "There is no such import.")));
  }

  private static Mono<FileImport> over() {
    return refused("import-over", "It is over, and its file was deleted. Upload the file again.");
  }

  private static Mono<FileImport> refused(String code, String detail) {
    return Mono.error(Problem.of(HttpStatus.CONFLICT, code, detail));
  }

  private static Problem notCsv() {
    return Problem.of(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "not-csv",
        "The file is not CSV in UTF-8 whose first part has a header line of at most 100 columns.");
  }
}
