package rapport.integrations.granola;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rapport.integrations.connector.Reading;
import rapport.integrations.connector.ReadingContract;
import rapport.simulators.Faults;
import rapport.simulators.GranolaSimulator;

class GranolaContractTest extends ReadingContract {

  private final GranolaSimulator granola = new GranolaSimulator(clock, 8, 0);

  @AfterEach
  void close() {
    granola.close();
  }

  @Override
  protected Reading connector() {
    return new GranolaConnector(clock);
  }

  @Override
  protected Map<String, String> shown() {
    return Map.of("apiUrl", granola.url(), "days", "30");
  }

  @Override
  protected Map<String, String> secret() {
    return Map.of("apiKey", "grn_good");
  }

  @Override
  protected Map<String, String> wrong() {
    return Map.of("apiKey", "grn_bad");
  }

  @Override
  protected void put(int number, Instant at, String words) {
    granola.put("not_" + number, at, Duration.ZERO, words, "ada@acme.example");
  }

  @Override
  protected String name(int number) {
    return "note/not_" + number;
  }

  @Override
  protected void failBy(Faults faults) {
    granola.failBy(faults);
  }

  @Test
  void a_note_is_told_with_its_people_and_its_summary() {
    put(1, BEGIN.minusSeconds(60), "a trial");
    readToTheEnd();
    var told = bench().known("note/not_1").getList("news", Document.class).getLast();
    var note = Document.parse(told.getString("value"));
    assertThat(note.getString("text")).isEqualTo("We agreed on a trial.");
    assertThat(note.getString("channel")).isEqualTo("meeting");
    assertThat(note.getList("participants", Document.class))
        .extracting(person -> person.getString("side"))
        .containsExactly("ours", "theirs");
  }

  @Test
  void a_note_that_gets_its_summary_hours_later_is_met() {
    granola.put("not_l", BEGIN.minusSeconds(7_200), Duration.ofHours(5), "late", "ada@a.example");
    readToTheEnd();
    assertThat(bench().known()).isEmpty();
    clock.pass(Duration.ofHours(6));
    readToTheEnd();
    assertThat(bench().known()).containsKey("note/not_l");
  }
}
