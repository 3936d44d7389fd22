package rapport.health.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.health.score.ScoringModel;

class ModelFileTest {

  private static final String STANDARD =
      ModelFile.write(ScoringModel.STANDARD, ZoneId.of("Europe/Berlin"));

  @Test
  void what_is_written_is_read_as_it_was() {
    var read = ModelFile.read(STANDARD, 3);
    assertThat(read.faults()).isEmpty();
    assertThat(read.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(read.model()).isEqualTo(new ScoringModel(3, ScoringModel.STANDARD.rules()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Berlin | Europe/Nowhere | time_zone",
        "weight: 0.35, curve: [[0, 0], [0.6, 1]] | weight: 0.36, curve: [[0, 0], [0.6, 1]] | usage",
        "[[0, 0], [0.6, 1]] | [[0, 0], [0.6, 2]] | usage.weekly_active.curve",
        "[[0, 0], [0.6, 1]] | [[0, 0], [0.6]] | usage.weekly_active.curve",
        "[[0, 0], [0.6, 1]] | 7 | usage.weekly_active.curve",
        "weight: 0.15, curve: [[1, 0], [5, 1]] | weight: much, curve: [[1, 0], [5, 1]] | support.csat.weight",
        "weekly_active | weekly_activity | usage.weekly_activity",
        "relationship: | relations: | relations"
      })
  void a_fault_is_told_with_its_place(String right, String wrong, String path) {
    assertThat(STANDARD).contains(right);
    assertThat(ModelFile.read(STANDARD.replace(right, wrong), 1).faults())
        .extracting(ScoringModel.Fault::path)
        .contains(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[", "7", "a: 1\na: 2", "# nothing"})
  void what_is_no_model_is_refused(String yaml) {
    assertThat(ModelFile.read(yaml, 1).faults()).isNotEmpty();
  }
}
