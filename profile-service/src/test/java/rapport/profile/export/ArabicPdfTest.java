package rapport.profile.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ArabicPdfTest {

  @Test
  void joins_letters_as_they_are_written_beside_each_other() throws IOException {
    try (var document = new PDDocument()) {
      var glyphs = new Glyphs(document);
      assertThat(glyphs.drawable("مدير")).isEqualTo("\ufee3\ufeaa\ufef3\ufeae");
      assertThat(glyphs.drawable("مُديرٌ")).isEqualTo(glyphs.drawable("مدير"));
      assertThat(glyphs.drawable("لا أعرف؟ ٤٢٪ «نعم»")).doesNotContain("□");
      assertThat(glyphs.drawable("Excel")).isEqualTo("Excel");
    }
  }

  @Test
  void draws_words_from_right_to_left_and_what_is_latin_among_them_from_left_to_right() {
    assertThat(Glyphs.visual("اب 42 جد")).isEqualTo("دج 42 با");
    assertThat(Glyphs.visual("(اب)")).isEqualTo("(با)");
    assertThat(Glyphs.rightToLeft("نظام ERP")).isTrue();
    assertThat(Glyphs.rightToLeft("ERP نظام")).isFalse();
  }

  @Test
  void a_reader_finds_the_words_in_the_document() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      var glyphs = new Glyphs(document);
      try (var pages = new PdfPages(document, glyphs)) {
        for (var line :
            glyphs.wrapped("مديرة المشتريات في شركة قهوة الواحة، تستخدم SAP وExcel", 14, 400)) {
          pages.text(line, PdfPages.LEFT, PdfPages.RIGHT, 14, Color.BLACK);
        }
      }
      document.save(bytes);
    }
    Files.write(
        Files.createDirectories(Path.of("target", "exports")).resolve("arabic.pdf"),
        bytes.toByteArray());
    try (var document = Loader.loadPDF(bytes.toByteArray())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("شركة قهوة الواحة،")
          .contains("SAP");
    }
  }
}
