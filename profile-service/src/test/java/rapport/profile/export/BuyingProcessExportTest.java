package rapport.profile.export;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.record.RecordStory.said;
import static rapport.profile.record.RecordStory.stage;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.profile.buyingprocess.Mappings;
import rapport.profile.record.ConversationRecord;
import rapport.testkit.Golden;

class BuyingProcessExportTest {

  private final BuyingProcessExports exports = new BuyingProcessExports();

  @Test
  void json_is_the_source_structure() {
    Golden.json("buying-process", text(Mappings.owner(), ExportFormat.JSON));
  }

  @Test
  void json_of_many_is_the_source_s_outer_form() {
    Golden.json(
        "buying-processes",
        exports.jsonBegin()
            + exports.jsonItem(Mappings.owner())
            + ","
            + exports.jsonItem(Mappings.bare())
            + exports.jsonEnd());
  }

  @Test
  void csv_is_a_row_for_each_stage() {
    Golden.text(
        Path.of("src/test/resources/golden/buying-process.csv"),
        text(Mappings.owner(), ExportFormat.CSV));
  }

  @Test
  void csv_of_a_mapping_without_stages_is_one_row() throws IOException {
    var rows = rows(Mappings.bare());
    assertThat(rows)
        .singleElement()
        .satisfies(row -> {
          assertThat(row.get("persona_id")).isEqualTo("c1");
          assertThat(row.get("stage_id")).isEmpty();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "|cmd", "＝1"})
  void a_cell_never_runs(String formula) throws IOException {
    var rows =
        rows(
            Mappings.with(
                said("persona_name", formula),
                stage("s1", 0),
                said("buying_stages[s1].key_message", formula)));
    assertThat(rows.getFirst().get("persona_name")).isEqualTo("'" + formula);
    assertThat(rows.getFirst().get("key_message")).isEqualTo("'" + formula);
  }

  @Test
  void markdown_is_a_table_that_reads_as_it_was_typed() {
    Golden.text(
        Path.of("src/test/resources/golden/buying-process.md"),
        text(Mappings.owner(), ExportFormat.MD));
  }

  @Test
  void no_cell_of_the_markdown_table_breaks_out_of_it() {
    var table =
        text(Mappings.odd(), ExportFormat.MD).lines().filter(line -> line.startsWith("|")).toList();
    assertThat(table).hasSize(4);
    assertThat(table).allMatch(line -> line.split("(?<!\\\\)\\|", -1).length == 10);
  }

  @Test
  void pdf_has_a_block_for_each_stage() throws IOException {
    assertThat(pdf("buying-process", Mappings.owner()))
        .contains("BUYING PROCESS", "Small Business Owner", "Completed · 24 of 24 fields")
        .contains("Budget constraints; lacks IT support")
        .contains("1. Awareness", "2. Consideration", "3. Decision")
        .contains("Switching takes an afternoon")
        .contains("moves from late invoices to a trial");
  }

  @Test
  void pdf_goes_on_on_further_pages() throws IOException {
    var read = pdf("buying-process-long", Mappings.stages(12, 60));
    assertThat(read).contains("1. Stage number 1").contains("12. Stage number 12");
    assertThat(read).containsPattern("Page 1 of \\d+");
  }

  @Test
  void pdf_shows_what_is_still_to_be_found_out() throws IOException {
    assertThat(pdf("buying-process-odd", Mappings.odd())).contains("Stage 2", "Key influencers –");
    assertThat(pdf("buying-process-bare", Mappings.bare()))
        .contains("Unnamed persona", "Nothing more is known yet.");
  }

  @Test
  void the_same_mapping_gives_the_same_bytes() {
    for (var format : exports.formats()) {
      assertThat(exports.write(Mappings.owner(), format))
          .as(format.name())
          .isEqualTo(exports.write(Mappings.owner(), format));
    }
  }

  @Test
  void files_are_called_by_the_persona() {
    assertThat(exports.fileName(Mappings.owner(), ExportFormat.SVG))
        .isEqualTo("small-business-owner.svg");
    assertThat(exports.fileName(Mappings.bare(), ExportFormat.PDF)).isEqualTo("buying-process.pdf");
  }

  private List<CSVRecord> rows(ConversationRecord record) throws IOException {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var rows = format.parse(new StringReader(text(record, ExportFormat.CSV)))) {
      return rows.getRecords();
    }
  }

  private String text(ConversationRecord record, ExportFormat format) {
    return new String(exports.write(record, format), StandardCharsets.UTF_8);
  }

  /** The words of a PDF, which is kept for a person to look at. */
  private String pdf(String name, ConversationRecord record) throws IOException {
    var pdf = exports.write(record, ExportFormat.PDF);
    var directory = Files.createDirectories(Path.of("target", "exports"));
    Files.write(directory.resolve(name + ".pdf"), pdf);
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
