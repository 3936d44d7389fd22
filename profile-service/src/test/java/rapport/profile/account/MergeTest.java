package rapport.profile.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergeTest {

  private static final Source HAND = source(Source.MANUAL);
  private static final Source CRM = source("salesforce");
  private static final Source CHAT = source("chat");
  private static final Source GUESS = source("inferred");

  @Test
  void a_hand_outranks_the_crm_which_outranks_the_chat_which_outranks_a_guess() {
    var ranks = java.util.List.of(HAND, CRM, CHAT, GUESS);
    for (var i = 0; i < ranks.size(); i++) {
      for (var j = 0; j < ranks.size(); j++) {
        var merge = Merge.of(Map.of("a", 1), Map.of("a", ranks.get(i)), to(2), ranks.get(j));
        assertThat(merge.values()).containsEntry("a", j <= i ? 2 : 1);
        assertThat(merge.kept().isEmpty()).isEqualTo(j <= i);
      }
    }
  }

  @Test
  void a_value_nobody_answers_for_is_replaced_by_any() {
    assertThat(Merge.of(Map.of("a", 1), Map.of(), to(2), GUESS).values()).containsEntry("a", 2);
    assertThat(Merge.of(Map.of(), Map.of(), to(2), GUESS).sources()).containsEntry("a", GUESS);
  }

  @Test
  void the_same_value_keeps_its_source() {
    var merge = Merge.of(Map.of("a", 1), Map.of("a", CHAT), to(1), HAND);
    assertThat(merge.sources()).containsEntry("a", CHAT);
    assertThat(merge.kept()).isEmpty();
  }

  @Test
  void clearing_is_a_change_like_any_other() {
    var merge = Merge.of(Map.of("a", 1), Map.of("a", HAND), to(null), HAND);
    assertThat(merge.values()).doesNotContainKey("a");
    assertThat(Merge.of(Map.of(), merge.sources(), to(7), CRM).kept()).containsExactly("a");
  }

  private static Map<String, @Nullable Object> to(@Nullable Integer value) {
    var map = new HashMap<String, @Nullable Object>();
    map.put("a", value);
    return map;
  }

  private static Source source(String system) {
    return new Source(system, "somebody", Instant.EPOCH);
  }
}
