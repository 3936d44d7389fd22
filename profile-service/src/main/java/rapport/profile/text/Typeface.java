package rapport.profile.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The sans-serif documents are drawn in: Liberation Sans, as wide as Arial and Helvetica. */
public final class Typeface {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final String ARABIC = "/fonts/NotoNaskhArabic-Regular.ttf";

  /** Scripts the font has are below; others are drawn in whatever font the reader has. */
  private static final int MEASURED = 0x2700;

  private static final float UNKNOWN = 0.6f;
  private static final float WIDE = 1.05f;
  private static final float[] WIDTHS = widths();

  private Typeface() {}

  /** The font's file. */
  public static InputStream open() {
    var stream = PDDocument.class.getResourceAsStream(FONT);
    if (stream == null) {
      throw new IllegalStateException("PDFBox ships no " + FONT);
    }
    return stream;
  }

  /** The file of the font for Arabic letters, joined ones among them: Noto Naskh Arabic. */
  public static InputStream openArabic() {
    return Objects.requireNonNull(Typeface.class.getResourceAsStream(ARABIC), ARABIC);
  }

  /** How wide a text is at this size, in the size's unit; a guess where the font has no glyph. */
  public static double width(String text, double size) {
    return size * text.codePoints().mapToDouble(Typeface::width).sum();
  }

  private static double width(int character) {
    var width = character < MEASURED ? WIDTHS[character] : 0;
    return width > 0 ? width : guess(character);
  }

  private static float guess(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      case Character.OTHER_LETTER -> arabic(character) ? UNKNOWN : WIDE;
      case Character.OTHER_SYMBOL -> WIDE;
      default -> character >= 0x2E80 ? WIDE : UNKNOWN;
    };
  }

  private static boolean arabic(int character) {
    return UnicodeScript.of(character) == UnicodeScript.ARABIC;
  }

  private static float[] widths() {
    try (var stream = open();
        var font = new TTFParser().parse(new RandomAccessReadBuffer(stream))) {
      return widths(font);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float[] widths(TrueTypeFont font) throws IOException {
    var glyphs = font.getUnicodeCmapLookup();
    var widths = new float[MEASURED];
    for (int character = 0; character < MEASURED; character++) {
      var glyph = glyphs.getGlyphId(character);
      if (glyph != 0) {
        widths[character] = (float) font.getAdvanceWidth(glyph) / font.getUnitsPerEm();
      }
    }
    return widths;
  }
}
