package rapport.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ULocale;
import org.junit.jupiter.api.Test;

class IsolatesTest {

  private static final Isolates ARABIC = new Isolates(ULocale.forLanguageTag("ar"));
  private static final Isolates ENGLISH = new Isolates(ULocale.ENGLISH);

  @Test
  void isolates_what_is_written_the_other_way() {
    assertThat(ARABIC.around("Excel 365")).isEqualTo("\u2068Excel 365\u2069");
    assertThat(ARABIC.around("نظام ERP قديم")).isEqualTo("\u2068نظام ERP قديم\u2069");
    assertThat(ARABIC.around("+49 30 1234")).isEqualTo("\u2068+49 30 1234\u2069");
    assertThat(ENGLISH.around("نورة")).isEqualTo("\u2068نورة\u2069");
  }

  @Test
  void leaves_what_cannot_turn_anything() {
    assertThat(ARABIC.around("نورة العتيبي")).isEqualTo("نورة العتيبي");
    assertThat(ARABIC.around("٣٥-٤٤")).isEqualTo("٣٥-٤٤");
    assertThat(ARABIC.around("42")).isEqualTo("42");
    assertThat(ENGLISH.around("Nora Lindqvist, +49 30")).isEqualTo("Nora Lindqvist, +49 30");
    assertThat(ENGLISH.around("")).isEmpty();
  }

  @Test
  void isolates_each_line_by_itself_since_an_isolate_ends_with_its_paragraph() {
    assertThat(ARABIC.around("First.\nثانيا.\nThird."))
        .isEqualTo("\u2068First.\u2069\nثانيا.\n\u2068Third.\u2069");
  }
}
