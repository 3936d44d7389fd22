package rapport.profile.account.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Rows of CSV in UTF-8. */
final class CsvRows {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvRows() {}

  /** The separator that a header line uses: a comma, or a semicolon or tab if there are more. */
  static char separator(byte[] header) {
    var best = ',';
    for (var candidate : new char[] {',', ';', '\t'}) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static int count(byte[] text, char wanted) {
    var count = 0;
    for (var at : text) {
      if (at == '\n') {
        break;
      }
      count += at == wanted ? 1 : 0;
    }
    return count;
  }

  /**
   * The rows there are.
   *
   * @throws UncheckedIOException when it is no CSV, or not in UTF-8
   */
  static List<List<String>> of(byte[] text, char separator) {
    var format =
        CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
    try (var parser = CSVParser.parse(decoded(text), format)) {
      return parser.stream().map(row -> row.toList()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String decoded(byte[] text) throws CharacterCodingException {
    var decoded =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(text))
            .toString();
    return !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK
        ? decoded.substring(1)
        : decoded;
  }
}
