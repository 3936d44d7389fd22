package rapport.profile.export;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.record.RecordStory.said;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.profile.catalogue.Labels;
import rapport.profile.catalogue.ProfileCatalogue;
import rapport.profile.profile.ProfileTree;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.RecordKind;
import rapport.testkit.Golden;

class TextExportTest {

  private final ProfileExports exports =
      new ProfileExports(ProfileCatalogue.fields(), new ProfileTree(ProfileCatalogue.fields()));

  @Test
  void json_is_the_source_structure() {
    Golden.json("business", text(Samples.business(), ExportFormat.JSON));
  }

  @Test
  void json_of_a_bare_profile_has_every_section() {
    Golden.json("bare", text(Samples.bare(), ExportFormat.JSON));
  }

  @Test
  void csv_of_one_profile_is_a_line_per_value() {
    golden("business.csv", text(Samples.business(), ExportFormat.CSV));
  }

  @Test
  void csv_of_many_profiles_is_a_column_per_field() {
    golden(
        "list.csv",
        exports.csvHeader()
            + exports.csvRows(Samples.business())
            + exports.csvRows(Samples.bare()));
  }

  @Test
  void markdown_reads_as_it_was_typed() {
    golden("business.md", text(Samples.business(), ExportFormat.MD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "|cmd"})
  void a_cell_never_runs(String formula) throws IOException {
    var csv = exports.csvHeader() + exports.csvRows(Samples.with(said("type", formula)));
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var rows = format.parse(new StringReader(csv))) {
      assertThat(rows.iterator().next().get("type")).isEqualTo("'" + formula);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a=b", "10-20", "it's", "", "quote \" and, comma", "two\nlines"})
  void an_honest_cell_is_left_alone(String cell) throws IOException {
    var csv = exports.csvHeader() + exports.csvRows(Samples.with(said("type", cell)));
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var rows = format.parse(new StringReader(csv))) {
      assertThat(rows.iterator().next().get("type")).isEqualTo(cell);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<script>alert(1)</script>~\\<script\\>alert(1)\\</script\\>",
        "# not a title~\\# not a title",
        "1. not a list~1\\. not a list",
        "- not a list~\\- not a list",
        "*bold* _it_ `code`~\\*bold\\* \\_it\\_ \\`code\\`",
        "[link](http://x)~\\[link\\](http://x)",
        "35-44~35-44"
      })
  void markdown_is_escaped(String typed, String written) {
    assertThat(Markdown.escaped(typed)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "'Zoë Łukasiewicz, CFO',zoe-ukasiewicz-cfo.pdf",
    "'../../etc/passwd',etc-passwd.pdf",
    "'a\"b\r\nc',a-b-c.pdf",
    "'山田',profile.pdf",
    "'---',profile.pdf"
  })
  void file_names_are_safe_everywhere(String title, String name) {
    assertThat(FileNames.of(title, "profile", ExportFormat.PDF)).isEqualTo(name);
  }

  @Test
  void every_field_and_section_has_a_label() {
    var labels = new Labels(RecordKind.PROFILE);
    assertThat(ProfileCatalogue.fields().all()).allMatch(field -> labels.knows(field.path()));
    assertThat(rapport.profile.profile.ProfileFields.SECTIONS)
        .allMatch(section -> labels.knows("section." + section));
  }

  @Test
  void the_catalogue_is_the_source_s() {
    var fields = ProfileCatalogue.fields().all();
    assertThat(fields).hasSize(73);
    assertThat(fields).filteredOn(field -> field.required()).hasSize(17);
  }

  private String text(ConversationRecord profile, ExportFormat format) {
    return new String(exports.write(profile, format), StandardCharsets.UTF_8);
  }

  private static void golden(String file, String text) {
    Golden.text(Path.of("src/test/resources/golden", file), text);
  }
}
