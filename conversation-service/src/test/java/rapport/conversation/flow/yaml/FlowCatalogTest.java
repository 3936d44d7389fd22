package rapport.conversation.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static rapport.conversation.flow.yaml.FlowFiles.tiny;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class FlowCatalogTest {

  @Test
  void speaks_the_nearest_language_it_has() {
    var catalog = tiny().andTexts("de").andMessages("de").andTexts("de-CH").read();
    assertThat(catalog.texts("tiny", "de-CH").locale()).isEqualTo("de-CH");
    assertThat(catalog.texts("tiny", "de-AT").locale()).isEqualTo("de");
    assertThat(catalog.texts("tiny", "fr").locale()).isEqualTo("en");
    assertThat(catalog.texts("tiny", "not a locale").locale()).isEqualTo("en");
    assertThat(catalog.messages("de-CH").locale()).isEqualTo("de");
    assertThat(catalog.messages("").locale()).isEqualTo("en");
    assertThat(catalog.supported("tiny", "tlh-!?_\u0000")).isEqualTo("en");
  }

  @Test
  void never_speaks_two_languages_in_one_conversation() {
    var onlyMessages = tiny().andMessages("de").read();
    assertThat(onlyMessages.supported("tiny", "de")).isEqualTo("en");

    var onlyTexts = tiny().andTexts("de").read();
    assertThat(onlyTexts.supported("tiny", "de")).isEqualTo("en");

    var both = tiny().andTexts("de").andMessages("de").andTexts("de-CH").read();
    assertThat(both.supported("tiny", "de-CH")).isEqualTo("de-CH");
    assertThat(both.supported("tiny", "de-AT")).isEqualTo("de");
    assertThat(both.supported("tiny", "fr")).isEqualTo("en");
  }

  @Test
  void knows_the_languages_of_its_messages() {
    assertThat(tiny().read().languages()).containsExactly("en");
    assertThat(tiny().andMessages("de").andMessages("de-CH").read().languages())
        .containsExactly("en", "de");
  }

  @Test
  void lists_its_flows_and_leaves_summaries_to_others() {
    var catalog = tiny().and("tiny.summary.en.yaml", "summary: whatever").read();
    assertThat(catalog.names()).containsExactly("tiny");
  }

  @Test
  void says_which_flow_or_version_is_not_there() {
    var catalog = tiny().read();
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> catalog.latest("huge"))
        .withMessage("no flow huge");
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> catalog.texts("huge", "en"))
        .withMessage("no flow huge");
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> catalog.definition("tiny", 7))
        .withMessage("no version 7 of flow tiny");
  }
}
