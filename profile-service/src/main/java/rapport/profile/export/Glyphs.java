package rapport.profile.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import rapport.profile.text.LineBreaks;
import rapport.profile.text.Typeface;

/** The document's font: what it can draw, how wide it is, and where lines break. */
final class Glyphs {

  /** Stands for a character the font lacks. */
  private static final String MISSING = "\u25a1";

  private final PDType0Font font;
  private final CmapLookup characters;

  Glyphs(PDDocument document) throws IOException {
    try (var stream = Typeface.open()) {
      var face = new TTFParser().parse(new RandomAccessReadBuffer(stream));
      this.characters = face.getUnicodeCmapLookup();
      this.font = PDType0Font.load(document, face, true);
    }
  }

  PDType0Font font() {
    return font;
  }

  /** Text made of characters the font has: nothing is dropped that a reader would miss. */
  String drawable(String text) {
    var drawn = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .filter(character -> !invisible(character))
        .forEach(character -> {
          if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            drawn.append(' ');
          } else if (characters.getGlyphId(character) == 0) {
            drawn.append(MISSING);
          } else {
            drawn.appendCodePoint(character);
          }
        });
    return drawn.toString();
  }

  private static boolean invisible(int character) {
    var type = Character.getType(character);
    var space = Character.isWhitespace(character);
    var selector = character >= 0xFE00 && character <= 0xFE0F;
    return !space && (type == Character.FORMAT || type == Character.CONTROL || selector);
  }

  /** Width of drawable text in points. */
  float width(String text, float size) {
    try {
      return font.getStringWidth(text) / 1000 * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the font is in memory
    }
  }

  /** The text as lines no wider than {@code width} points; words longer than that are cut. */
  List<String> wrapped(String text, float size, float width) {
    var drawable = text.lines().map(this::drawable).collect(Collectors.joining("\n"));
    return LineBreaks.of(drawable, width, line -> width(line, size));
  }

  /** A line in the order it is drawn from left to right: right-to-left words are turned round. */
  static String visual(String line) {
    if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
      return line;
    }
    var bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    var runs = new String[bidi.getRunCount()];
    var levels = new byte[runs.length];
    for (int i = 0; i < runs.length; i++) {
      var run = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
      levels[i] = (byte) bidi.getRunLevel(i);
      runs[i] = levels[i] % 2 == 0 ? run : new StringBuilder(run).reverse().toString();
    }
    Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
    return String.join("", runs);
  }
}
