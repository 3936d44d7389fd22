package rapport.health.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import rapport.runtime.web.CsvCells;
import reactor.core.publisher.Flux;

/** Rows of a table as a file, written as they are read. */
final class CsvAnswer {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private CsvAnswer() {}

  /**
   * The file.
   *
   * @param name without {@code .csv}
   * @param columns what stands in the first line
   */
  static ResponseEntity<Flux<DataBuffer>> of(
      String name, List<String> columns, Flux<List<String>> rows) {
    var file = ContentDisposition.attachment().filename(name + ".csv").build();
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(Flux.just(columns).concatWith(rows).map(CsvAnswer::line));
  }

  private static DataBuffer line(List<String> cells) {
    return DefaultDataBufferFactory.sharedInstance.wrap(
        CsvCells.line(cells).getBytes(StandardCharsets.UTF_8));
  }
}
