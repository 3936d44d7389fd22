package rapport.runtime.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class RedactionTest {

  private final Redaction nora =
      Objects.requireNonNull(
          Redaction.of(
              new Subject(
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of("nora@deep.example"),
                  List.of("Nora Falk", "Nora"),
                  List.of("+49 30 123456"))));

  @Test
  void takes_addresses_numbers_and_full_names_out_of_texts_however_deep() {
    var task =
        new Document("_id", "w/nora@deep.example")
            .append("title", "Write to NORA@deep.example")
            .append("steps", List.of(new Document("text", "Call Nora Falk at +49 30 123456.")));
    assertThat(nora.of(task))
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
    assertThat(nora.of(others)).isEqualTo(others);
  }

  @Test
  void there_is_none_for_somebody_who_is_known_by_ids_alone() {
    assertThat(Redaction.of(Subject.ofConversations(List.of("c-1")))).isNull();
  }
}
