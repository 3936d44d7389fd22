package rapport.profile.export;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** A record as an A4 document. The same record gives the same bytes. */
final class PdfExport {

  private static final Color INK = new Color(0x1F2430);
  private static final Color SOFT = new Color(0x6B7280);
  private static final Color ACCENT = new Color(0x3B4CB8);
  private static final Color TINT = new Color(0xF2F4FC);
  private static final Color RULE = new Color(0xE3E6EE);

  private static final float LABEL_WIDTH = 148;
  private static final float LABEL_SIZE = 9;
  private static final float VALUE_SIZE = 10.5f;
  private static final float LEADING = 15;
  private static final float ROW_GAP = 6;
  private static final float SECTION_HEAD = 50;

  /** Sections lower than this, about a third of a page, are not torn apart. */
  private static final float ONE_PIECE = 230;

  private static final float SUMMARY_SIZE = 11;
  private static final float SUMMARY_LEADING = 17;
  private static final float INSET = 16;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Sheet sheet;
  private final Glyphs glyphs;
  private final PdfPages pages;

  private PdfExport(Sheet sheet, Glyphs glyphs, PdfPages pages) {
    this.sheet = sheet;
    this.glyphs = glyphs;
    this.pages = pages;
  }

  static byte[] of(Sheet sheet) {
    try (var document = new PDDocument()) {
      var glyphs = new Glyphs(document);
      try (var pages = new PdfPages(document, glyphs)) {
        new PdfExport(sheet, glyphs, pages).write();
      }
      describe(document, sheet);
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // in memory: a fault of the document, not of a device
    }
  }

  private void write() throws IOException {
    heading();
    if (!sheet.summary().isEmpty()) {
      summary(sheet.summary());
    }
    for (var section : sheet.sections()) {
      section(section);
    }
    if (sheet.summary().isEmpty() && sheet.sections().isEmpty()) {
      pages.down(26);
      pages.text("Nothing more is known yet.", PdfPages.LEFT, VALUE_SIZE, SOFT);
    }
    pages.foot(sheet.title(), SOFT);
  }

  private void heading() throws IOException {
    pages.strong(sheet.kind().toUpperCase(Locale.ROOT), PdfPages.LEFT, 8, ACCENT);
    pages.down(32);
    for (var line : glyphs.wrapped(sheet.title(), 25, PdfPages.WIDTH)) {
      pages.strong(line, PdfPages.LEFT, PdfPages.RIGHT, 25, INK);
      pages.down(29);
    }
    for (var line : glyphs.wrapped(sheet.subtitle(), 12.5f, PdfPages.WIDTH)) {
      pages.text(line, PdfPages.LEFT, PdfPages.RIGHT, 12.5f, SOFT);
      pages.down(17);
    }
    progress();
    for (var fact : sheet.facts()) {
      row(fact);
    }
  }

  /** A bar with what it means in words beside it. */
  private void progress() throws IOException {
    var progress = sheet.progress();
    pages.down(8);
    var share = progress.total() == 0 ? 0 : (float) progress.done() / progress.total();
    pages.box(PdfPages.LEFT, pages.y(), LABEL_WIDTH - 16, 5, RULE);
    pages.box(PdfPages.LEFT, pages.y(), (LABEL_WIDTH - 16) * share, 5, ACCENT);
    var status =
        switch (sheet.status()) {
          case COMPLETED -> "Completed";
          case IN_PROGRESS -> "In progress";
        };
    var words = "%s · %d of %d fields".formatted(status, progress.done(), progress.total());
    pages.text(
        sheet.lastUpdatedAt() == null ? words : words + " · " + DAY.format(sheet.lastUpdatedAt()),
        PdfPages.LEFT + LABEL_WIDTH,
        LABEL_SIZE,
        SOFT);
    pages.down(30);
  }

  private void summary(String summary) throws IOException {
    pages.down(4);
    var lines = glyphs.wrapped(summary, SUMMARY_SIZE, PdfPages.WIDTH - 2 * INSET);
    pages.keepTogether(Math.min(lines.size(), 3) * SUMMARY_LEADING + 2 * INSET);
    band(INSET - 5);
    for (var line : lines) {
      pages.keepTogether(SUMMARY_LEADING);
      band(SUMMARY_LEADING);
      pages.down(-5);
      pages.text(line, PdfPages.LEFT + INSET, PdfPages.RIGHT - INSET, SUMMARY_SIZE, INK);
      pages.down(5);
    }
    band(INSET - 5);
    pages.down(12);
  }

  /** The next strip of the tinted box behind the summary. */
  private void band(float height) throws IOException {
    pages.down(height);
    pages.box(PdfPages.LEFT, pages.y(), PdfPages.WIDTH, height, TINT);
    pages.box(PdfPages.LEFT, pages.y(), 3, height, ACCENT);
  }

  private void section(Sheet.Section section) throws IOException {
    var height = SECTION_HEAD;
    for (var line : section.lines()) {
      height += height(line) + ROW_GAP;
    }
    pages.keepTogether(height <= ONE_PIECE ? height : SECTION_HEAD + 24);
    pages.down(22);
    pages.strong(section.title(), PdfPages.LEFT, 13.5f, ACCENT);
    pages.down(9);
    pages.box(PdfPages.LEFT, pages.y(), PdfPages.WIDTH, 0.8f, RULE);
    pages.down(19);
    for (var line : section.lines()) {
      row(line);
    }
  }

  private float height(Sheet.Line line) {
    return Math.max(labels(line).size(), values(line).size()) * LEADING;
  }

  private List<String> labels(Sheet.Line line) {
    return glyphs.wrapped(line.label(), LABEL_SIZE, LABEL_WIDTH - 14);
  }

  private List<String> values(Sheet.Line line) {
    return glyphs.wrapped(line.value(), VALUE_SIZE, PdfPages.WIDTH - LABEL_WIDTH);
  }

  private void row(Sheet.Line line) throws IOException {
    var labels = labels(line);
    var values = values(line);
    var height = Math.max(labels.size(), values.size());
    pages.keepTogether(Math.min(height, 3) * LEADING);
    for (int i = 0; i < height; i++) {
      pages.keepTogether(0);
      if (i < labels.size()) {
        pages.text(labels.get(i), PdfPages.LEFT, LABEL_SIZE, SOFT);
      }
      if (i < values.size()) {
        pages.text(values.get(i), PdfPages.LEFT + LABEL_WIDTH, PdfPages.RIGHT, VALUE_SIZE, INK);
      }
      pages.down(LEADING);
    }
    pages.down(ROW_GAP);
  }

  private static void describe(PDDocument document, Sheet sheet) {
    var at = sheet.lastUpdatedAt() == null ? Instant.EPOCH : sheet.lastUpdatedAt();
    var information = new PDDocumentInformation();
    information.setTitle(sheet.title());
    information.setSubject(sheet.kind() + " " + sheet.id());
    information.setProducer("Rapport");
    information.setModificationDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
    document.setDocumentInformation(information);
    document.getDocumentCatalog().setLanguage("en");
    document.setDocumentId(at.toEpochMilli());
  }
}
