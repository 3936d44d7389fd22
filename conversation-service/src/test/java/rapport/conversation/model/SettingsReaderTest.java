package rapport.conversation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

  private static final Map<String, String> LEAST =
      Map.of(
          "RAPPORT_LLM_BASE_URL", "https://llm.example/v1/", "RAPPORT_LLM_MODEL", "qwen/qwen3-8b");

  @Test
  void an_address_and_a_model_are_enough() {
    var settings = SettingsReader.read(LEAST::get);

    assertThat(settings.baseUrl()).isEqualTo(URI.create("https://llm.example/v1"));
    assertThat(settings.model()).isEqualTo("qwen/qwen3-8b");
    assertThat(settings.within()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.key().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RAPPORT_LLM_BASE_URL | llm.example/v1                          | must be an absolute address
          RAPPORT_LLM_BASE_URL | ftp://llm.example                       | must be an absolute address
          RAPPORT_LLM_BASE_URL | https:///v1                             | must be an absolute address
          RAPPORT_LLM_BASE_URL | mailto:ada@example.com                  | must be an absolute address
          RAPPORT_LLM_BASE_URL | https://llm.example/a b                 | is no address
          RAPPORT_LLM_BASE_URL | https://me:hunter2@llm.example          | must not hold a password
          RAPPORT_LLM_BASE_URL | https://llm.example/v1?key=hunter2      | must end with its path
          RAPPORT_LLM_BASE_URL | https://llm.example/v1/chat/completions | must end before /chat/completions
          RAPPORT_LLM_MODEL    | ' '                                     | must say which model
          RAPPORT_LLM_MODEL    | two words                               | must be a plain name
          RAPPORT_LLM_API_KEY  | hunter2 twice                           | must be one line
          RAPPORT_LLM_TIME_LIMIT | soon                                  | must be from 100ms to 30s
          RAPPORT_LLM_TIME_LIMIT | 5m                                    | must be from 100ms to 30s
          RAPPORT_LLM_ALLOWED_HOSTS | llm.lan, 10.0.0.0/99                | must hold hosts and networks
          RAPPORT_LLM_AT_ONCE  | 0                                       | must be a whole number
          RAPPORT_LLM_PROMPT_PRICE | -1                                  | must not be negative
          RAPPORT_LLM_COMPLETION_PRICE | cheap                           | must be a number
          """)
  void says_what_is_wrong_and_repeats_no_secret(String name, String value, String mistake) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(InvalidModelSettingsException.class)
        .hasMessageContaining(name + " " + mistake)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void tells_all_mistakes_at_once() {
    assertThatThrownBy(
            () -> read(Map.of("RAPPORT_LLM_BASE_URL", "here", "RAPPORT_LLM_AT_ONCE", "many")))
        .hasMessageContaining("RAPPORT_LLM_BASE_URL")
        .hasMessageContaining("RAPPORT_LLM_AT_ONCE");
  }

  @Test
  void the_key_shows_itself_nowhere() {
    var settings = read(Map.of("RAPPORT_LLM_API_KEY", "hunter2"));

    assertThat(settings.key().text()).isEqualTo("hunter2");
    assertThat(settings.toString()).doesNotContain("hunter2");
  }

  private static ModelSettings read(Map<String, String> more) {
    var environment = new HashMap<>(LEAST);
    environment.putAll(more);
    return SettingsReader.read(environment::get);
  }
}
