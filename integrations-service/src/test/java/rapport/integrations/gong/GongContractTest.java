package rapport.integrations.gong;

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
import rapport.simulators.GongSimulator;

class GongContractTest extends ReadingContract {

  private final GongSimulator gong = new GongSimulator(clock, 8, 0);

  @AfterEach
  void close() {
    gong.close();
  }

  @Override
  protected Reading connector() {
    return new GongConnector(clock);
  }

  @Override
  protected Map<String, String> shown() {
    return Map.of("apiUrl", gong.url(), "accessKey", "key", "days", "30");
  }

  @Override
  protected Map<String, String> secret() {
    return Map.of("accessKeySecret", "secret");
  }

  @Override
  protected Map<String, String> wrong() {
    return Map.of("accessKeySecret", "another");
  }

  @Override
  protected void put(int number, Instant at, String words) {
    gong.put("c" + number, at, Duration.ZERO, words, "ada@acme.example");
  }

  @Override
  protected String name(int number) {
    return "call/c" + number;
  }

  @Override
  protected void failBy(Faults faults) {
    gong.failBy(faults);
  }

  @Test
  void a_call_is_told_with_its_people_and_what_they_said() {
    put(1, BEGIN.minusSeconds(60), "prices");
    readToTheEnd();
    var told = bench().known("call/c1").getList("news", Document.class).getLast();
    var call = Document.parse(told.getString("value"));
    assertThat(call.getString("text")).isEqualTo("Them: We talked about prices.");
    assertThat(call.getString("channel")).isEqualTo("call");
    assertThat(call.getList("participants", Document.class))
        .extracting(person -> person.getString("side"))
        .containsExactly("ours", "theirs");
  }

  @Test
  void a_call_that_shows_up_hours_after_it_took_place_is_met() {
    gong.put("late", BEGIN.minusSeconds(7_200), Duration.ofHours(5), "late", "ada@acme.example");
    readToTheEnd();
    assertThat(bench().known()).isEmpty();
    clock.pass(Duration.ofHours(6));
    readToTheEnd();
    assertThat(bench().known()).containsKey("call/late");
  }
}
