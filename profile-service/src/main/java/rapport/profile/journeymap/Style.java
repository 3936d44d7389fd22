package rapport.profile.journeymap;

import rapport.profile.text.Typeface;

/**
 * How a paragraph is set.
 *
 * @param size of the letters in pixels
 * @param leading from one line to the next in pixels
 */
record Style(double size, double leading, String color, boolean bold) {

  static final String FONTS = "'Liberation Sans', Arial, Helvetica, sans-serif";

  /** Where there is no such font, the widest that usually stands in still fits: DejaVu Sans. */
  private static final double CAUTION = 1.17;

  private static final double BOLD = 1.1;

  static Style plain(double size, double leading, String color) {
    return new Style(size, leading, color, false);
  }

  static Style bold(double size, double leading, String color) {
    return new Style(size, leading, color, true);
  }

  double width(String text) {
    return Typeface.width(text, size) * CAUTION * (bold ? BOLD : 1);
  }
}
