package rapport.profile.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One ZIP of everything services handed in: for each place its documents as JSON and as CSV. */
@Component
class ArchiveFile {

  private static final JsonWriterSettings INDENTED =
      JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).indent(true).build();
  private static final String FORMULA_BEGINS = "=+-@\t\r";

  private final ArchivePieces pieces;

  ArchiveFile(ArchivePieces pieces) {
    this.pieces = pieces;
  }

  Mono<byte[]> of(PrivacyRequest archive) {
    return Flux.fromIterable(archive.services().entrySet())
        .concatMap(service ->
            pieces
                .of(
                    archive.workspace(),
                    archive.id(),
                    service.getKey(),
                    service.getValue().pieces())
                .collect(Collectors.joining())
                .map(text -> Map.entry(service.getKey(), text)))
        .collectList()
        .map(ArchiveFile::zipped);
  }

  private static byte[] zipped(List<Map.Entry<String, String>> services) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (var service : services) {
        for (var store : byStore(service.getValue()).entrySet()) {
          var name = service.getKey() + "/" + store.getKey();
          entry(zip, name + ".json", json(store.getValue()));
          entry(zip, name + ".csv", csv(store.getValue()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
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
    var lines = new ArrayList<String>();
    lines.add(columns.stream().map(ArchiveFile::cell).collect(Collectors.joining(",")));
    for (var row : rows) {
      lines.add(
          columns.stream()
              .map(column -> cell(row.getOrDefault(column, "")))
              .collect(Collectors.joining(",")));
    }
    return String.join("\r\n", lines) + "\r\n";
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

  /** A table program must not take what somebody wrote for a formula. */
  private static String cell(String text) {
    var formula = !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
