package rapport.profile.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import rapport.profile.catalogue.ProfileCatalogue;

class PdfExportTest {

  @Test
  void says_all_there_is_in_every_script_the_font_has() throws IOException {
    var pdf = PdfExport.of(Samples.sheet(Samples.business()));
    assertThat(text(pdf))
        .contains("Zoë Łukasiewicz, Chief Financial Officer")
        .contains("Ελλάδα, България")
        .contains("Demographics")
        .contains("Above that the board decides.")
        .contains("22 of 46 fields")
        .contains("Page 1 of 2");
    keep("business", pdf);
  }

  @Test
  void the_same_profile_gives_the_same_bytes() {
    assertThat(PdfExport.of(Samples.sheet(Samples.business())))
        .isEqualTo(PdfExport.of(Samples.sheet(Samples.business())));
  }

  @Test
  void a_bare_profile_is_a_page_that_says_so() throws IOException {
    var pdf = PdfExport.of(Samples.sheet(Samples.bare()));
    assertThat(text(pdf)).contains("Kim").contains("Nothing more is known yet.");
    keep("bare", pdf);
  }

  @Test
  void goes_on_on_further_pages() throws IOException {
    var pdf = PdfExport.of(Samples.sheet(Samples.long_winded()));
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(3);
    }
    var shown = ProfileCatalogue.fields().all().size() - "b2b_b2c portrait".split(" ").length;
    assertThat(text(pdf).split("words,", -1)).hasSizeGreaterThan(shown * 12);
    keep("long", pdf);
  }

  @Test
  void shows_where_the_font_lacks_a_character_and_never_fails() throws IOException {
    var pdf = PdfExport.of(Samples.sheet(Samples.odd()));
    assertThat(text(pdf)).contains("□□ □□ □").contains("Абвгд ΑΒΓΔ ąćęłńóśźż").contains("evil");
    keep("odd", pdf);
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** For a person to look at. */
  private static void keep(String name, byte[] pdf) throws IOException {
    var directory = Files.createDirectories(Path.of("target", "exports"));
    Files.write(directory.resolve(name + ".pdf"), pdf);
  }
}
