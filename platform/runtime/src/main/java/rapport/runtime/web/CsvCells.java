package rapport.runtime.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Cells of RFC 4180 CSV that a spreadsheet shows and never runs. */
public final class CsvCells {

  private static final String RUNS = "=+-@＝＋－＠|";

  private CsvCells() {}

  /** One line of these cells, with its end. */
  public static String line(List<String> cells) {
    var csv = new StringBuilder();
    try (var printer = CSVFormat.RFC4180.print(csv)) {
      printer.printRecord(cells.stream().map(CsvCells::defused));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringBuilder has none
    }
    return csv.toString();
  }

  /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
  private static String defused(String text) {
    if (text.isEmpty()) {
      return text;
    }
    var stripped = text.stripLeading();
    var control = Character.isISOControl(text.charAt(0));
    var formula = !stripped.isEmpty() && RUNS.indexOf(stripped.charAt(0)) >= 0;
    return control || formula ? "'" + text : text;
  }
}
