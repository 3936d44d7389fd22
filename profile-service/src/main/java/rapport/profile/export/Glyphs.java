package rapport.profile.export;

import java.io.IOException;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The document's font: what it can draw, how wide it is, and where lines break. */
final class Glyphs {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  /** Stands for a character the font lacks. */
  private static final String MISSING = "\u25a1";

  private final PDType0Font font;
  private final CmapLookup characters;

  Glyphs(PDDocument document) throws IOException {
    try (var stream = PDDocument.class.getResourceAsStream(FONT)) {
      if (stream == null) {
        throw new IllegalStateException("PDFBox ships no " + FONT);
      }
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
  float width(String text, float size) throws IOException {
    return font.getStringWidth(text) / 1000 * size;
  }

  /** The text as lines no wider than {@code width} points; words longer than that are cut. */
  List<String> wrapped(String text, float size, float width) throws IOException {
    var lines = new ArrayList<String>();
    for (var paragraph : text.lines().toList()) {
      wrapParagraph(drawable(paragraph).strip(), size, width, lines);
    }
    return lines;
  }

  private void wrapParagraph(String paragraph, float size, float width, List<String> lines)
      throws IOException {
    var line = new StringBuilder();
    for (var word : paragraph.split(" +", -1)) {
      var rest = word;
      if (width(line.isEmpty() ? rest : line + " " + rest, size) > width && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (width(rest, size) > width) {
        var fits = fitting(rest, size, width);
        lines.add(rest.substring(0, fits));
        rest = rest.substring(fits);
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
  }

  /** How many characters of a word fit; at least one, so that wrapping ends. */
  private int fitting(String word, float size, float width) throws IOException {
    var fits = word.offsetByCodePoints(0, 1);
    while (fits < word.length()) {
      var next = word.offsetByCodePoints(fits, 1);
      if (width(word.substring(0, next), size) > width) {
        break;
      }
      fits = next;
    }
    return fits;
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
