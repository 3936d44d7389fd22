package rapport.profile.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.profile.account.store.AccountJson;
import rapport.profile.privacy.PrivacyRequest.State;
import rapport.runtime.privacy.PrivacyTask.Kind;
import rapport.runtime.privacy.Subject;

class ErasedFileTest {

  @TempDir Path folder;

  @Test
  void has_every_erasure_with_its_ids_alone_also_those_of_other_instances() {
    var mine = file("erased.jsonl");
    mine.add(List.of(erasure("e-1", State.RUNNING)));
    mine.add(List.of(erasure("e-1", State.DONE), erasure("e-2", State.RUNNING)));
    file("erased-2.jsonl").add(List.of(erasure("e-3", State.DONE)));
    assertThat(mine.all())
        .extracting(PrivacyRequest::id, PrivacyRequest::state)
        .containsExactlyInAnyOrder(
            tuple("e-1", State.DONE), tuple("e-2", State.RUNNING), tuple("e-3", State.DONE));
    assertThat(folder.resolve("erased.jsonl")).content().doesNotContain("nora@deep.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"workspace\": \"w\", \"subject\": {\"people\": []}",
        "{\"reason\": \"gew\u00c3" // half a letter of two bytes
      })
  void a_line_that_a_crash_cut_off_anywhere_takes_no_other_along(String cutOff) throws IOException {
    file("erased.jsonl").add(List.of(erasure("e-1", State.DONE)));
    Files.writeString(
        folder.resolve("erased.jsonl"),
        cutOff,
        StandardCharsets.ISO_8859_1,
        StandardOpenOption.APPEND);
    assertThat(file("erased.jsonl").all()).extracting(PrivacyRequest::id).containsExactly("e-1");

    file("erased.jsonl").add(List.of(erasure("e-2", State.DONE)));
    assertThat(file("erased.jsonl").all())
        .extracting(PrivacyRequest::id)
        .containsExactly("e-1", "e-2");
  }

  private ErasedFile file(String name) {
    return new ErasedFile(folder.resolve(name).toString(), new AccountJson());
  }

  private static PrivacyRequest erasure(String id, State state) {
    var none = List.<String>of();
    var emails = List.of("nora@deep.example");
    var nora = new Subject(List.of("p-1"), none, none, none, none, none, emails, none, none);
    return new PrivacyRequest(
        "w", id, Kind.ERASURE, state, "r", "ada", "Ada", Instant.EPOCH, null, 1, nora, Map.of());
  }
}
