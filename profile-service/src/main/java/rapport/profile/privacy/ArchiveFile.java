package rapport.profile.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import rapport.runtime.web.CsvCells;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * One ZIP of everything services handed in: for each place its documents as JSON and as CSV. It is
 * written into a file, one service after the other, and sent from there, so that no more than one
 * service's documents are in memory.
 */
@Component
class ArchiveFile {

  private static final JsonWriterSettings INDENTED =
      JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).indent(true).build();
  private static final int BUFFER = 16 * 1024;

  private final ArchivePieces pieces;

  ArchiveFile(ArchivePieces pieces) {
    this.pieces = pieces;
  }

  /** The bytes of the ZIP; its file is gone as soon as they were read, or nobody reads on. */
  Flux<DataBuffer> of(PrivacyRequest archive) {
    return Flux.using(
            () -> Files.createTempFile("rapport-archive", ".zip"),
            file -> zipped(archive, file).thenMany(bytes(file)),
            ArchiveFile::delete)
        .subscribeOn(Schedulers.boundedElastic());
  }

  private static Flux<DataBuffer> bytes(Path file) {
    return DataBufferUtils.read(file, DefaultDataBufferFactory.sharedInstance, BUFFER);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Mono<Void> zipped(PrivacyRequest archive, Path file) {
    return Flux.using(
            () -> new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8),
            zip ->
                Flux.fromIterable(archive.services().entrySet())
                    .concatMap(
                        service ->
                            pieces
                                .of(
                                    archive.workspace(),
                                    archive.id(),
                                    service.getKey(),
                                    service.getValue().pieces())
                                .collect(Collectors.joining())
                                .publishOn(Schedulers.boundedElastic())
                                .doOnNext(text -> add(zip, service.getKey(), text)),
                        1),
            ArchiveFile::close)
        .then();
  }

  private static void close(ZipOutputStream zip) {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(ZipOutputStream zip, String service, String text) {
    try {
      for (var store : byStore(text).entrySet()) {
        var name = service + "/" + store.getKey();
        entry(zip, name + ".json", json(store.getValue()));
        entry(zip, name + ".csv", csv(store.getValue()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<Document>> byStore(String lines) {
    return lines
        .lines()
        .map(Document::parse)
        .collect(
            Collectors.groupingBy(
                line -> Objects.requireNonNull(line.getString("store")),
                TreeMap::new,
                Collectors.mapping(
                    line -> line.get("document", new Document()), Collectors.toList())));
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String json(List<Document> documents) {
    return documents.stream()
        .map(document -> document.toJson(INDENTED))
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  /** A column for each leaf, named by its path. */
  private static String csv(List<Document> documents) {
    var rows = documents.stream().map(ArchiveFile::leaves).toList();
    var columns = new LinkedHashSet<String>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    var lines = new StringBuilder(CsvCells.line(List.copyOf(columns)));
    for (var row : rows) {
      lines.append(
          CsvCells.line(columns.stream().map(column -> row.getOrDefault(column, "")).toList()));
    }
    return lines.toString();
  }

  private static Map<String, String> leaves(Document document) {
    var leaves = new TreeMap<String, String>();
    document.forEach((field, value) -> leaves(field, value, leaves));
    return leaves;
  }

  private static void leaves(String path, Object value, Map<String, String> leaves) {
    switch (value) {
      case Document nested ->
          nested.forEach((field, each) -> leaves(path + "." + field, each, leaves));
      case List<?> several -> {
        for (int n = 0; n < several.size(); n++) {
          leaves(path + "[" + n + "]", several.get(n), leaves);
        }
      }
      case null -> leaves.put(path, "");
      default -> leaves.put(path, value.toString());
    }
  }
}
