package rapport.profile.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConsentPurpose;
import rapport.profile.consent.Consents.State;

class ConsentsTest {

  private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");

  @Test
  void without_a_line_the_policy_decides() {
    var nobody = Consents.of(List.of());
    assertThat(state(nobody, ConsentPurpose.MARKETING)).isEqualTo(State.NEEDED);
    assertThat(state(nobody, ConsentPurpose.CRM)).isEqualTo(State.ASSUMED);
    assertThat(nobody.withheld(ConsentPolicy.DEFAULT)).containsExactly(ConsentPurpose.MARKETING);
    var strict = new ConsentPolicy(Set.of(ConsentPurpose.CRM, ConsentPurpose.MODEL));
    assertThat(nobody.withheld(strict)).isEqualTo(strict.needed());
  }

  @Test
  void what_was_said_last_counts_whenever_it_was_recorded() {
    var withdrawn = line("b", ConsentPurpose.CRM, false, 10);
    var olderFormImportedLater = line("a", ConsentPurpose.CRM, true, 5);
    assertThat(state(Consents.of(List.of(withdrawn, olderFormImportedLater)), ConsentPurpose.CRM))
        .isEqualTo(State.WITHDRAWN);
    var again = line("c", ConsentPurpose.CRM, true, 20);
    assertThat(
            state(
                Consents.of(List.of(again, withdrawn, olderFormImportedLater)), ConsentPurpose.CRM))
        .isEqualTo(State.GRANTED);
  }

  @Test
  void of_two_at_the_same_moment_the_withdrawal_counts() {
    var lines =
        List.of(
            line("a", ConsentPurpose.MODEL, false, 5), line("b", ConsentPurpose.MODEL, true, 5));
    assertThat(state(Consents.of(lines), ConsentPurpose.MODEL)).isEqualTo(State.WITHDRAWN);
    assertThat(state(Consents.of(lines.reversed()), ConsentPurpose.MODEL))
        .isEqualTo(State.WITHDRAWN);
  }

  @Test
  void a_purpose_is_of_no_concern_to_another() {
    var chat = Consents.of(List.of(line("a", ConsentPurpose.CHAT, false, 1)));
    assertThat(chat.withheld(ConsentPolicy.DEFAULT))
        .containsExactlyInAnyOrder(ConsentPurpose.CHAT, ConsentPurpose.MARKETING);
  }

  @Test
  void the_order_and_repetition_of_lines_make_no_difference() {
    var random = new Random(9);
    for (var round = 0; round < 200; round++) {
      var lines = new ArrayList<ConsentEntry>();
      for (var n = 0; n < 12; n++) {
        var purpose = random.nextBoolean() ? ConsentPurpose.CRM : ConsentPurpose.MODEL;
        lines.add(line("l" + n, purpose, random.nextBoolean(), random.nextInt(6)));
      }
      var expected = Consents.of(lines);
      lines.addAll(lines.subList(0, 4));
      Collections.shuffle(lines, random);
      assertThat(Consents.of(lines)).isEqualTo(expected);
    }
  }

  private static State state(Consents consents, ConsentPurpose purpose) {
    return consents.standing(ConsentPolicy.DEFAULT).stream()
        .filter(standing -> standing.purpose() == purpose)
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static ConsentEntry line(String id, ConsentPurpose purpose, boolean granted, int second) {
    var at = BEGIN.plusSeconds(second);
    return new ConsentEntry(
        id,
        purpose,
        granted,
        granted ? "text-1" : null,
        null,
        ConsentEntry.Source.FORM,
        null,
        "ada",
        "Ada",
        at,
        BEGIN.plusSeconds(60));
  }
}
