package rapport.profile.export;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import rapport.profile.text.LineBreaks;
import rapport.profile.text.Typeface;

/**
 * The document's fonts: what they can draw, how wide it is, and where lines break. PDF draws glyphs
 * from left to right and joins none, so Arabic letters are put in their joined forms here.
 */
final class Glyphs {

  /** Stands for a character the fonts lack. */
  private static final String MISSING = "\u25a1";

  private static final ArabicShaping JOINING =
      new ArabicShaping(
          ArabicShaping.LETTERS_SHAPE
              | ArabicShaping.TEXT_DIRECTION_LOGICAL
              | ArabicShaping.LENGTH_GROW_SHRINK);

  private final PDDocument document;
  private final Face latin;
  private @Nullable Face arabic;

  Glyphs(PDDocument document) throws IOException {
    this.document = document;
    this.latin = face(Typeface.open());
  }

  /** A font in the document, and the characters it has. */
  private record Face(PDType0Font font, CmapLookup characters) {
    boolean has(int character) {
      return characters.getGlyphId(character) != 0;
    }
  }

  /** Characters in a row that are drawn in the same font. */
  record Run(PDType0Font font, String text) {}

  private Face face(InputStream file) throws IOException {
    try (file) {
      var face = new TTFParser().parse(new RandomAccessReadBuffer(file));
      return new Face(PDType0Font.load(document, face, true), face.getUnicodeCmapLookup());
    }
  }

  /** Only documents with Arabic letters carry the font for them. */
  private Face arabic() {
    try {
      var known = arabic == null ? face(Typeface.openArabic()) : arabic;
      arabic = known;
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the font comes with the program
    }
  }

  private Face faceOf(int character) {
    return !latin.has(character) && arabic(character) ? arabic() : latin;
  }

  /** Letters and signs of the script, in their joined forms too. */
  private static boolean arabic(int character) {
    return (character >= 0x0600 && character <= 0x077F)
        || (character >= 0xFB50 && character <= 0xFDFF)
        || (character >= 0xFE70 && character <= 0xFEFC);
  }

  /** Text made of characters the fonts have: nothing is dropped that a reader would miss. */
  String drawable(String text) {
    var drawn = new StringBuilder();
    joined(Normalizer.normalize(text, Normalizer.Form.NFC))
        .codePoints()
        .filter(character -> !invisible(character))
        .forEach(character -> {
          if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            drawn.append(' ');
          } else if (faceOf(character).has(character)) {
            drawn.appendCodePoint(character);
          } else {
            drawn.append(MISSING);
          }
        });
    return drawn.toString();
  }

  /** Arabic letters as they are written beside each other, without vowel signs. */
  private static String joined(String text) {
    if (text.codePoints().noneMatch(Glyphs::arabic)) {
      return text;
    }
    var letters =
        text.codePoints()
            .filter(character -> !vowelSign(character))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    try {
      return JOINING.shape(letters);
    } catch (ArabicShapingException e) {
      throw new IllegalStateException(e); // the text may always grow and shrink
    }
  }

  /** Placing them above a letter takes a font's own rules, which PDFBox does not apply. */
  private static boolean vowelSign(int character) {
    return (character >= 0x064B && character <= 0x065F) || character == 0x0670;
  }

  private static boolean invisible(int character) {
    var type = Character.getType(character);
    var space = Character.isWhitespace(character);
    var selector = character >= 0xFE00 && character <= 0xFE0F;
    return !space && (type == Character.FORMAT || type == Character.CONTROL || selector);
  }

  /** Width of drawable text in points. */
  float width(String text, float size) {
    var width = 0f;
    try {
      for (var run : runs(text)) {
        width += run.font().getStringWidth(run.text()) / 1000 * size;
      }
      return width;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the font is in memory
    }
  }

  /** Drawable text by the fonts it is drawn in, in order. */
  List<Run> runs(String drawable) {
    var runs = new ArrayList<Run>();
    var at = 0;
    while (at < drawable.length()) {
      var font = faceOf(drawable.codePointAt(at)).font();
      var end = at;
      while (end < drawable.length() && faceOf(drawable.codePointAt(end)).font().equals(font)) {
        end += Character.charCount(drawable.codePointAt(end));
      }
      runs.add(new Run(font, drawable.substring(at, end)));
      at = end;
    }
    return runs;
  }

  /** The text as lines no wider than {@code width} points; words longer than that are cut. */
  List<String> wrapped(String text, float size, float width) {
    var drawable = text.lines().map(this::drawable).collect(Collectors.joining("\n"));
    return LineBreaks.of(drawable, width, line -> width(line, size));
  }

  /** Whether a text begins in a script that runs from right to left. */
  static boolean rightToLeft(String text) {
    return Bidi.getBaseDirection(text) == Bidi.RTL;
  }

  /** A line in the order it is drawn from left to right: right-to-left words are turned round. */
  static String visual(String line) {
    return Bidi.requiresBidi(line.toCharArray(), 0, line.length())
        ? new Bidi(line, Bidi.LEVEL_DEFAULT_LTR).writeReordered(Bidi.DO_MIRRORING)
        : line;
  }
}
