package rapport.profile.export;

/** Cells a spreadsheet shows and never runs. */
final class CsvCells {

  private static final String RUNS = "=+-@＝＋－＠|";

  private CsvCells() {}

  /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
  static String defused(String text) {
    if (text.isEmpty()) {
      return text;
    }
    var stripped = text.stripLeading();
    var control = Character.isISOControl(text.charAt(0));
    var formula = !stripped.isEmpty() && RUNS.indexOf(stripped.charAt(0)) >= 0;
    return control || formula ? "'" + text : text;
  }
}
