package rapport.conversation.understanding.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.value.Tokens;

class PhrasesTest {

  private final Phrases<String> phrases = new Phrases<>();

  PhrasesTest() {
    for (var verb : List.of("tell", "ask", "show")) {
      for (var rest : List.of("me please", "us please", "me")) {
        phrases.add(List.of((verb + " " + rest).split(" ")), "wish");
      }
    }
    phrases.add(List.of("show"), "see");
  }

  @Test
  void equal_endings_are_kept_once_and_mean_the_same() {
    var compact = phrases.compact();
    for (var text :
        List.of("tell me please", "ask us please", "show me", "show", "tell us", "ask")) {
      assertThat(meaning(compact, text)).as(text).isEqualTo(meaning(phrases, text));
    }
    assertThat(meaning(compact, "show")).isEqualTo("see");
    assertThat(compact.words()).isEqualTo(phrases.words()).contains("tell", "us", "please");
  }

  @Test
  void nothing_is_added_to_what_is_kept_once() {
    var compact = phrases.compact();
    assertThatThrownBy(() -> compact.add(List.of("tell", "nobody"), "wish"))
        .isInstanceOf(UnsupportedOperationException.class);
    var more = new Phrases<String>();
    more.addAll(compact);
    more.add(List.of("tell", "nobody"), "secret");
    assertThat(meaning(more, "tell nobody")).isEqualTo("secret");
    assertThat(meaning(more, "ask us please")).isEqualTo("wish");
    assertThat(meaning(compact, "tell nobody")).isEmpty();
  }

  private static String meaning(Phrases<String> phrases, String text) {
    var tokens = Tokens.of(text);
    var match = phrases.whole(tokens, new Span(0, tokens.size()), Names.NONE);
    return match == null ? "" : match.meaning();
  }
}
