package rapport.profile.account.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileRowTest {

  private static final String FILE =
      "name,about\r\nMill,\"says \"\"yes\"\",\nthen \u00e7a va \ud83d\ude42\"\r\nBay,x";

  @Test
  void wherever_a_file_is_cut_its_rows_are_the_same() {
    var bytes = FILE.getBytes(UTF_8);
    var whole = CsvRows.of(bytes, ',');
    assertThat(whole).hasSize(3);
    for (var cut = 0; cut <= bytes.length; cut++) {
      var rows = new ArrayList<List<String>>();
      var left = new byte[0];
      for (var part :
          List.of(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, bytes.length))) {
        var slice = Slice.of(left, part);
        rows.addAll(CsvRows.of(slice.rows(), ','));
        left = slice.rest();
      }
      rows.addAll(CsvRows.of(left, ','));
      assertThat(rows).as("cut at %s", cut).isEqualTo(whole);
    }
  }

  @Test
  void columns_are_recognised_by_their_usual_names_and_none_twice() {
    assertThat(Columns.guess(List.of("Account ID", "Company", "E-Mail", "Moon", "Customer")))
        .containsExactly("externalId", "name", "contact.email", null, null);
  }

  @Test
  void a_row_is_read_by_what_its_columns_stand_for() {
    var mapping = Columns.guess(List.of("id", "name", "employees", "revenue", "tags", "email"));
    var row = FileRow.of(1, List.of("7", "Mill", "12", "4.5", "a; b", "Ada@Mill.example"), mapping);
    assertThat(row.account())
        .containsEntry("employees", 12)
        .containsEntry("annualRevenue", new BigDecimal("4.5"))
        .containsEntry("tags", List.of("a", "b"));
    assertThat(row.contact()).containsEntry("name", "Ada@Mill.example");
    assertThat(row.accountId())
        .isEqualTo(FileRow.of(9, List.of("7", "Renamed"), mapping).accountId());
  }

  @Test
  void what_is_wrong_with_a_row_is_said() {
    var mapping = Columns.guess(List.of("id", "name", "employees"));
    assertThatThrownBy(() -> FileRow.of(1, List.of("7", ""), mapping)).hasMessageContaining("name");
    assertThatThrownBy(() -> FileRow.of(1, List.of("", "Mill"), mapping))
        .hasMessageContaining("externalId");
    assertThatThrownBy(() -> FileRow.of(1, List.of("7", "Mill", "many"), mapping))
        .hasMessageContaining("employees");
    assertThatThrownBy(() -> FileRow.of(1, List.of("7", "Mill", "1", "2"), mapping))
        .hasMessageContaining("cells");
  }

  @Test
  void other_encodings_and_separators() {
    var latin = new ByteArrayOutputStream();
    latin.writeBytes("name\n".getBytes(UTF_8));
    latin.write(0xE9);
    assertThatThrownBy(() -> CsvRows.of(latin.toByteArray(), ','))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(CsvRows.separator("a;b;c,d\n1,2,3,4,5".getBytes(UTF_8))).isEqualTo(';');
    assertThat(CsvRows.of("\uFEFFname\nMill\n".getBytes(UTF_8), ',').getFirst())
        .containsExactly("name");
  }
}
