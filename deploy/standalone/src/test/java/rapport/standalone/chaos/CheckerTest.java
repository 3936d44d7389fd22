package rapport.standalone.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rapport.standalone.chaos.Evidence.Asked;
import rapport.standalone.chaos.Evidence.Event;
import rapport.standalone.chaos.Evidence.Outcome;
import rapport.standalone.chaos.Evidence.Stream;
import rapport.standalone.chaos.Evidence.View;
import rapport.standalone.chaos.Finding.Kind;

class CheckerTest {

  private static final Event FIRST = new Event(1, "", "started");
  private static final Event SECOND = new Event(2, "m1", "one");
  private static final Event THIRD = new Event(3, "m2", "two");
  private static final List<Event> ALL = List.of(FIRST, SECOND, THIRD);

  @Test
  void all_is_well_with_duplicates_on_the_topic_and_unknown_messages_there_or_not() {
    var stream = new Stream(ALL, List.of(FIRST, SECOND, FIRST, SECOND, THIRD), List.of());
    assertThat(kinds(List.of(asked("m1", Outcome.OK), asked("m2", Outcome.UNKNOWN)), stream, false))
        .isEmpty();
    assertThat(kinds(List.of(asked("m1", Outcome.OK), asked("m9", Outcome.UNKNOWN)), stream, false))
        .isEmpty();
  }

  @Test
  void what_was_acknowledged_must_be_there_and_what_was_refused_must_not() {
    var stream = new Stream(ALL, ALL, List.of());
    assertThat(kinds(List.of(asked("m9", Outcome.OK)), stream, false)).containsExactly(Kind.LOST);
    assertThat(kinds(List.of(asked("m1", Outcome.FAILED)), stream, false))
        .containsExactly(Kind.REFUSED_YET_THERE);
  }

  @Test
  void nothing_is_there_twice_not_even_what_nobody_knows_of() {
    var log = List.of(FIRST, SECOND, new Event(3, "m1", "one again"));
    assertThat(kinds(List.of(asked("m1", Outcome.UNKNOWN)), new Stream(log, log, List.of()), false))
        .containsExactly(Kind.DOUBLED);
  }

  @Test
  void messages_are_in_the_order_in_which_they_were_said() {
    assertThat(
            kinds(
                List.of(asked("m2", Outcome.OK), asked("m1", Outcome.OK)),
                new Stream(ALL, ALL, List.of()),
                false))
        .containsExactly(Kind.REORDERED);
  }

  @Test
  void the_same_message_is_answered_the_same_each_time() {
    var twice = new Asked("c", "m1", Outcome.OK, Set.of("a", "b"));
    assertThat(kinds(List.of(twice), new Stream(ALL, ALL, List.of()), false))
        .containsExactly(Kind.ANSWERED_DIFFERENTLY);
  }

  @Test
  void revisions_are_dense() {
    var log = List.of(FIRST, THIRD);
    assertThat(kinds(List.of(), new Stream(log, log, List.of()), false))
        .containsExactly(Kind.LOG_NOT_DENSE);
  }

  @Test
  void the_topic_has_the_log_and_nothing_else_in_order() {
    assertThat(kinds(List.of(), new Stream(ALL, List.of(FIRST, SECOND), List.of()), false))
        .containsExactly(Kind.TOPIC_LACKS);
    assertThat(kinds(List.of(), new Stream(List.of(FIRST, SECOND), ALL, List.of()), false))
        .containsExactly(Kind.TOPIC_DIFFERS);
    var other = List.of(FIRST, new Event(2, "m1", "another"), THIRD);
    assertThat(kinds(List.of(), new Stream(ALL, other, List.of()), false))
        .containsExactly(Kind.TOPIC_DIFFERS);
    var mixed = List.of(FIRST, THIRD, SECOND);
    assertThat(kinds(List.of(), new Stream(ALL, mixed, List.of()), false))
        .containsExactly(Kind.TOPIC_REORDERED);
  }

  @Test
  void what_was_cut_off_a_topic_may_come_later() {
    var mixed = List.of(FIRST, THIRD, SECOND);
    assertThat(kinds(List.of(), new Stream(ALL, mixed, List.of()), true)).isEmpty();
  }

  @Test
  void a_reader_of_the_feed_sees_each_revision_once_and_the_end() {
    assertThat(kinds(List.of(), new Stream(ALL, ALL, List.of(List.of(1L, 3L))), false)).isEmpty();
    assertThat(kinds(List.of(), new Stream(ALL, ALL, List.of(List.of(1L, 1L, 3L))), false))
        .containsExactly(Kind.FEED_REPEATS);
    assertThat(kinds(List.of(), new Stream(ALL, ALL, List.of(List.of(1L, 2L))), false))
        .containsExactly(Kind.FEED_BEHIND);
  }

  @Test
  void a_view_stands_at_the_end_and_is_what_its_events_fold_to() {
    assertThat(views(new View("p", "c", 3, 3, true))).isEmpty();
    assertThat(views(new View("p", "c", 2, 3, true))).containsExactly(Kind.VIEW_BEHIND);
    assertThat(views(new View("p", "c", 3, 3, false))).containsExactly(Kind.VIEW_DIFFERS);
  }

  @Test
  void poison_and_nothing_else_is_set_aside() {
    assertThat(quarantine(Set.of("x"), Set.of("x"), false)).isEmpty();
    assertThat(quarantine(Set.of("x"), Set.of(), false)).containsExactly(Kind.POISON_TAKEN);
    assertThat(quarantine(Set.of("x"), Set.of(), true)).isEmpty();
    assertThat(quarantine(Set.of(), Set.of("x"), true)).containsExactly(Kind.SET_ASIDE);
  }

  private static Asked asked(String input, Outcome outcome) {
    return new Asked("c", input, outcome, Set.of());
  }

  private static List<Kind> kinds(List<Asked> asked, Stream stream, boolean cut) {
    return kinds(new Evidence(asked, Map.of("c", stream), List.of(), Set.of(), Set.of(), cut));
  }

  private static List<Kind> views(View view) {
    return kinds(new Evidence(List.of(), Map.of(), List.of(view), Set.of(), Set.of(), false));
  }

  private static List<Kind> quarantine(Set<String> poisoned, Set<String> aside, boolean cut) {
    return kinds(new Evidence(List.of(), Map.of(), List.of(), poisoned, aside, cut));
  }

  private static List<Kind> kinds(Evidence evidence) {
    return Checker.check(evidence).stream().map(Finding::kind).toList();
  }
}
