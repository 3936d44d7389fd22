package rapport.profile.export;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** A4 pages filled from top to bottom; a new one begins when the next block does not fit. */
final class PdfPages implements AutoCloseable {

  static final float LEFT = 62;
  static final float RIGHT = PDRectangle.A4.getWidth() - 62;
  static final float WIDTH = RIGHT - LEFT;

  private static final float TOP = PDRectangle.A4.getHeight() - 64;
  private static final float BOTTOM = 76;
  private static final float FOOTER = 42;
  private static final float FOOTER_SIZE = 8;

  private final PDDocument document;
  private final Glyphs glyphs;
  private final List<PDPageContentStream> pages = new ArrayList<>();
  private float y;

  PdfPages(PDDocument document, Glyphs glyphs) throws IOException {
    this.document = document;
    this.glyphs = glyphs;
    turn();
  }

  /** The height of the next baseline above the page's lower edge, in points. */
  float y() {
    return y;
  }

  void down(float points) {
    y -= points;
  }

  /** Makes sure that a block of this height stands on one page. */
  void keepTogether(float height) throws IOException {
    if (y - height < BOTTOM) {
      turn();
    }
  }

  private void turn() throws IOException {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    pages.add(new PDPageContentStream(document, page));
    y = TOP;
  }

  void text(String drawable, float x, float size, Color color) throws IOException {
    text(pages.getLast(), drawable, x, y, size, color, 0);
  }

  /** Text in a column: at its left edge, or at its right when it is written from there. */
  void text(String drawable, float left, float right, float size, Color color) throws IOException {
    text(drawable, edge(drawable, left, right, size), size, color);
  }

  void strong(String drawable, float left, float right, float size, Color color)
      throws IOException {
    strong(drawable, edge(drawable, left, right, size), size, color);
  }

  private float edge(String drawable, float left, float right, float size) {
    return Glyphs.rightToLeft(drawable) ? right - glyphs.width(drawable, size) : left;
  }

  /** Text drawn a little thicker: the font ships without a bold face. */
  void strong(String drawable, float x, float size, Color color) throws IOException {
    text(pages.getLast(), drawable, x, y, size, color, size * 0.022f);
  }

  /** A filled rectangle; {@code y} is its lower edge. */
  void box(float x, float y, float width, float height, Color color) throws IOException {
    var page = pages.getLast();
    page.setNonStrokingColor(color);
    page.addRect(x, y, width, height);
    page.fill();
  }

  /** Writes the foot of every page: the title on the left, the page's number on the right. */
  void foot(String title, Color color) throws IOException {
    for (int i = 0; i < pages.size(); i++) {
      var number = "Page %d of %d".formatted(i + 1, pages.size());
      var numberAt = RIGHT - glyphs.width(number, FOOTER_SIZE);
      var lines = glyphs.wrapped(title, FOOTER_SIZE, numberAt - LEFT - 20);
      text(pages.get(i), lines.getFirst(), LEFT, FOOTER, FOOTER_SIZE, color, 0);
      text(pages.get(i), number, numberAt, FOOTER, FOOTER_SIZE, color, 0);
    }
  }

  private void text(
      PDPageContentStream page,
      String drawable,
      float x,
      float y,
      float size,
      Color color,
      float stroke)
      throws IOException {
    page.beginText();
    page.setNonStrokingColor(color);
    page.setRenderingMode(stroke > 0 ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    if (stroke > 0) {
      page.setStrokingColor(color);
      page.setLineWidth(stroke);
    }
    page.newLineAtOffset(x, y);
    for (var run : glyphs.runs(Glyphs.visual(drawable))) {
      page.setFont(run.font(), size);
      page.showText(run.text());
    }
    page.endText();
  }

  @Override
  public void close() throws IOException {
    for (var page : pages) {
      page.close();
    }
  }
}
