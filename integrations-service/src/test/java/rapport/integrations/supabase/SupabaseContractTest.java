package rapport.integrations.supabase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rapport.integrations.connection.Connection.State;
import rapport.integrations.connector.Reading;
import rapport.integrations.connector.ReadingContract;
import rapport.simulators.Faults;
import rapport.simulators.SupabaseSimulator;

class SupabaseContractTest extends ReadingContract {

  private final SupabaseSimulator supabase = new SupabaseSimulator(clock, 8, 0);

  @AfterEach
  void close() {
    supabase.close();
  }

  @Override
  protected Reading connector() {
    return new SupabaseConnector(clock);
  }

  @Override
  protected Map<String, String> shown() {
    return Map.of("url", supabase.url(), "view", "rapport_usage");
  }

  @Override
  protected Map<String, String> secret() {
    return Map.of("key", "sb_good");
  }

  @Override
  protected Map<String, String> wrong() {
    return Map.of("key", "sb_bad");
  }

  @Override
  protected void put(int number, Instant at, String words) {
    supabase.put("u" + number, at, Duration.ZERO, "acme.example", number);
  }

  @Override
  protected String name(int number) {
    return "rapport_usage/u" + number;
  }

  @Override
  protected void failBy(Faults faults) {
    supabase.failBy(faults);
  }

  @Test
  void pages_full_of_one_stamp_are_read_through() {
    for (int i = 0; i < 50; i++) {
      put(i, BEGIN.minusSeconds(60), "");
    }
    readToTheEnd();
    assertThat(bench().known()).hasSize(50);
  }

  @Test
  void rows_that_lack_what_they_need_are_told_and_hold_up_no_other() {
    put(1, BEGIN.minusSeconds(300), "");
    supabase.put("u2", BEGIN.minusSeconds(200), Duration.ZERO, "", 2);
    put(3, BEGIN.minusSeconds(100), "");
    supabase.put("", BEGIN.minusSeconds(50), Duration.ZERO, "acme.example", 4);
    for (var turn = 0; turn < 4; turn++) {
      run(connection());
    }
    assertThat(bench().known()).containsOnlyKeys(name(1), name(3));
    assertThat(bench().state(connection()).error())
        .satisfies(told -> assertThat(told.code()).isEqualTo("record-unfit"));
    assertThat(bench().state(connection()).lastSyncAt()).isEqualTo(clock.instant());
    assertThat(bench().connection(connection()).state()).isEqualTo(State.ACTIVE);
  }

  @Test
  void a_row_that_is_seen_after_later_ones_is_met_and_a_changed_one_is_told_again() {
    put(1, BEGIN.minusSeconds(60), "");
    supabase.put("late", BEGIN.minusSeconds(300), Duration.ofMinutes(8), "b.example", 3);
    readToTheEnd();
    clock.pass(Duration.ofMinutes(4));
    supabase.put("u1", clock.instant(), Duration.ZERO, "acme.example", 77);
    readToTheEnd();
    assertThat(bench().known()).hasSize(2).containsKey("rapport_usage/late");
    var told = bench().known("rapport_usage/u1").getList("news", Document.class);
    assertThat(told).hasSize(2);
    assertThat(Document.parse(told.getLast().getString("value")).getInteger("activeUsers"))
        .isEqualTo(77);
  }
}
