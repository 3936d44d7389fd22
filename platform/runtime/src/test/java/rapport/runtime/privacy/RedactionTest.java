package rapport.runtime.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class RedactionTest {

  private final Redaction both =
      Objects.requireNonNull(
          Redaction.of(
              List.of(
                  somebody("otto@deep.example", "Otto Falk", "+49 30 1234567"),
                  somebody("nora@deep.example", "Nora Falk", "+49 30 123456"))));

  private static Subject somebody(String email, String name, String phone) {
    var none = List.<String>of();
    var first = name.substring(0, name.indexOf(' '));
    return new Subject(
        none, none, none, none, none, none, List.of(email), List.of(name, first), List.of(phone));
  }

  @Test
  void takes_addresses_numbers_and_full_names_out_of_texts_however_deep() {
    var task =
        new Document("_id", "w/nora@deep.example")
            .append("title", "Write to NORA@deep.example")
            .append("steps", List.of(new Document("text", "Call Nora Falk at +49 30 123456.")));
    assertThat(both.of(task))
        .isEqualTo(
            new Document("_id", "w/nora@deep.example")
                .append("title", "Write to [erased]")
                .append("steps", List.of(new Document("text", "Call [erased] at [erased]."))));
  }

  @Test
  void leaves_what_only_looks_alike() {
    var others =
        new Document("a", "eleonora@deep.example and nora@deep.examples")
            .append("b", "Nora is here")
            .append("c", null)
            .append("d", 7);
    assertThat(both.of(others)).isEqualTo(others);
  }

  @Test
  void finds_what_begins_a_line_of_a_text_that_was_written_as_JSON() {
    var event = "{\"text\":\"Yours,\\nNora Falk\\tnora@deep.example\\u0007Otto Falk\\r\\n\"}";
    assertThat(both.mentioned(event.getBytes(UTF_8)).stream()).containsExactly(0, 1);
    assertThat(new String(both.of(event.getBytes(UTF_8)), UTF_8))
        .isEqualTo("{\"text\":\"Yours,\\n[erased]\\t[erased]\\u0007[erased]\\r\\n\"}");
  }

  @Test
  void finds_a_name_with_quotes_in_a_text_and_in_one_that_was_written_as_JSON() {
    var bob = somebody("bob@deep.example", "Robert \"Bob\" Falk", "+49 30 7654321");
    var redaction = Objects.requireNonNull(Redaction.of(List.of(bob)));
    assertThat(redaction.of(new Document("a", "Robert \"Bob\" Falk called")))
        .isEqualTo(new Document("a", "[erased] called"));
    var event = "{\"text\":\"Robert \\\"Bob\\\" Falk called\"}".getBytes(UTF_8);
    assertThat(new String(redaction.of(event), UTF_8)).isEqualTo("{\"text\":\"[erased] called\"}");
  }

  @Test
  void an_escaped_backslash_begins_no_line() {
    var path = "{\"path\":\"C:\\\\nora@deep.example\"}";
    assertThat(new String(both.of(path.getBytes(UTF_8)), UTF_8))
        .isEqualTo("{\"path\":\"C:\\\\[erased]\"}");
    var other = "{\"path\":\"C:\\\\nnora@deep.example\"}";
    assertThat(both.mentioned(other.getBytes(UTF_8)).stream()).isEmpty();
  }

  @Test
  void says_who_of_several_is_mentioned() {
    assertThat(both.mentioned(new Document("a", "Otto Falk"))).containsExactly(0);
    assertThat(both.mentioned(new Document("a", List.of("NORA FALK, otto@deep.example"))))
        .containsExactly(0, 1);
    assertThat(both.mentioned(new Document("a", "call +49 30 1234567"))).containsExactly(0);
    assertThat(both.mentioned(new Document("a", "Nora"))).isEmpty();
  }

  @Test
  void there_is_none_for_somebody_who_is_known_by_ids_alone() {
    assertThat(Redaction.of(List.of(Subject.ofConversations(List.of("c-1"))))).isNull();
  }
}
