package rapport.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ManyAccountsTest {

  private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");
  private static final int COUNT = 300;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private final ManyAccounts many = new ManyAccounts(COUNT, 50, 100, BEGIN);
  private final SalesforceTables plain = new SalesforceTables(true);

  @Test
  void answers_every_query_as_tables_that_keep_their_rows_do() {
    for (var number = 0; number < COUNT; number++) {
      plain.put(
          "Account", ManyAccounts.id(number), many.changedAt(number), Duration.ZERO, Map.of());
    }
    var random = new Random(3);
    for (var round = 0; round < 200; round++) {
      var now = BEGIN.plusSeconds(round);
      change(random, now);
      var from = random.nextInt(many.size());
      for (var where :
          List.of(
              "",
              after(many.changedAt(from), ManyAccounts.id(from)),
              after(many.changedAt(from), ""),
              after(now.minusSeconds(20), ""))) {
        var soql = "SELECT Id, Name FROM Account" + where + " ORDER BY SystemModstamp, Id";
        var bin = random.nextBoolean();
        assertThat(told(many.query(soql, now, bin))).isEqualTo(told(plain.query(soql, now, bin)));
      }
    }
  }

  @Test
  void makes_a_row_when_it_is_looked_at_so_that_a_million_fit() {
    var all = many.query("SELECT Id, Name FROM Account ORDER BY SystemModstamp, Id", BEGIN, true);
    assertThat(all).hasSize(COUNT);
    assertThat(all.getFirst()).isEqualTo(all.getFirst()).isNotSameAs(all.getFirst());
  }

  private void change(Random random, Instant now) {
    var number = random.nextInt(3) == 0 ? many.size() : random.nextInt(many.size());
    var late = Duration.ofSeconds(random.nextInt(4));
    var delete = number < many.size() && random.nextBoolean();
    if (many.change(number, now, delete ? Duration.ZERO : late, delete)) {
      if (delete) {
        plain.delete("Account", ManyAccounts.id(number), now);
      } else {
        plain.put("Account", ManyAccounts.id(number), now, late, Map.of());
      }
    }
  }

  private static List<String> told(List<ObjectNode> rows) {
    return rows.stream()
        .map(row -> row.get("Id") + " " + row.get("SystemModstamp") + " " + row.get("IsDeleted"))
        .toList();
  }

  private static String after(Instant stamp, String id) {
    return " WHERE SystemModstamp > %1$s OR (SystemModstamp = %1$s AND Id > '%2$s')"
        .formatted(STAMP.format(stamp), id);
  }
}
