package rapport.standalone.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.standalone.chaos.Evidence.Asked;
import rapport.standalone.chaos.Evidence.Outcome;

class LedgerTest {

  @TempDir private Path folder;

  @Test
  void one_answer_is_enough_and_a_message_without_one_is_unknown() throws IOException {
    try (var ledger = Ledger.in(folder.resolve("ledger"))) {
      ledger.invoked("c", "m1");
      ledger.unknown("c", "m1", "the line broke");
      ledger.invoked("c", "m1");
      ledger.ok("c", "m1", "a");
      ledger.invoked("c", "m2");
      ledger.invoked("c", "m3");
      ledger.failed("c", "m3", "status 404");
      ledger.invoked("c", "m4");
      ledger.unknown("c", "m4", "status 503");
      ledger.invoked("c", "m4");
      ledger.failed("c", "m4", "status 404");
      assertThat(ledger.asked())
          .containsExactly(
              new Asked("c", "m1", Outcome.OK, Set.of("a")),
              new Asked("c", "m2", Outcome.UNKNOWN, Set.of()),
              new Asked("c", "m3", Outcome.FAILED, Set.of()),
              new Asked("c", "m4", Outcome.UNKNOWN, Set.of()));
    }
  }

  @Test
  void every_step_is_a_line_in_the_file() throws IOException {
    var file = folder.resolve("ledger");
    try (var ledger = Ledger.in(file)) {
      ledger.invoked("c", "m1");
      ledger.ok("c", "m1", "a");
      assertThat(Files.readAllLines(file))
          .satisfiesExactly(
              line -> assertThat(line).endsWith("invoked c m1 "),
              line -> assertThat(line).endsWith("ok c m1 a"));
    }
  }
}
