package rapport.profile.journeymap;

/**
 * Where things are across the picture, in pixels.
 *
 * @param stages how many columns there are
 */
record Layout(int stages) {

  static final double MARGIN = 36;

  private static final double LABELS = 154;
  private static final double ALL_COLUMNS = 1032;
  private static final double NARROWEST = 200;
  private static final double WIDEST = 480;

  /** A picture without stages still has room for a heading. */
  private static final double EMPTY = 700;

  double columnWidth() {
    return Math.clamp(ALL_COLUMNS / stages, NARROWEST, WIDEST);
  }

  /** The left edge of a column, from 0. */
  double column(int index) {
    return MARGIN + LABELS + index * columnWidth();
  }

  double contentWidth() {
    return stages == 0 ? EMPTY : LABELS + stages * columnWidth();
  }

  double labelWidth() {
    return LABELS;
  }

  double width() {
    return contentWidth() + 2 * MARGIN;
  }
}
