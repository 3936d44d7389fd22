package rapport.runtime.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent;
import rapport.runtime.projection.Rebuild.Comparison;
import rapport.runtime.projection.Rebuild.Outcome;

class RebuildTest {

  private static final StreamRef STREAM = new StreamRef("acme", "s");

  private final Texts.ListTexts projection = new Texts.ListTexts("texts", "topic");
  private final Texts.MemoryViews views = new Texts.MemoryViews();
  private final Texts.Owner owner = new Texts.Owner(projection.catalog());
  private final Rebuild<List<String>, ConversationEvent> rebuild =
      new Rebuild<>(
          projection,
          views,
          new StreamFolder<>(
              projection,
              views,
              owner,
              new RunnerMeters(new SimpleMeterRegistry(), "texts", Clock.systemUTC())));

  @Test
  void a_view_that_says_something_else_is_put_right() {
    owner.say("s", 250);
    stored(List.of("nonsense"), 250);
    assertThat(rebuild.compare(STREAM)).isEqualTo(new Comparison("s", 250, 250, false));
    assertThat(rebuild.rebuild(STREAM)).isEqualTo(Outcome.REWRITTEN);
    assertThat(views.of("s")).isEqualTo(owner.texts("s"));
    assertThat(rebuild.compare(STREAM)).isEqualTo(new Comparison("s", 250, 250, true));
  }

  @Test
  void a_view_that_says_what_it_should_is_left_alone() {
    owner.say("s", 7);
    stored(owner.texts("s"), 7);
    assertThat(rebuild.rebuild(STREAM)).isEqualTo(Outcome.SAME);
    assertThat(views.saves).isZero();
  }

  @Test
  void a_view_that_is_gone_is_made() {
    owner.say("s", 120);
    assertThat(rebuild.compare(STREAM)).isEqualTo(new Comparison("s", 0, 120, true));
    assertThat(rebuild.rebuild(STREAM)).isEqualTo(Outcome.COMPLETED);
    assertThat(views.of("s")).isEqualTo(owner.texts("s"));
  }

  @Test
  void a_view_that_is_wrong_and_behind_is_put_right_up_to_the_end() {
    owner.say("s", 20);
    stored(List.of("nonsense"), 5);
    assertThat(rebuild.compare(STREAM)).isEqualTo(new Comparison("s", 5, 20, false));
    assertThat(rebuild.rebuild(STREAM)).isEqualTo(Outcome.REWRITTEN);
    assertThat(views.of("s")).isEqualTo(owner.texts("s"));
    assertThat(views.rev("s")).isEqualTo(20);
  }

  @Test
  void a_view_that_moves_meanwhile_is_looked_at_again() {
    owner.say("s", 3);
    stored(List.of("nonsense"), 3);
    views.movedByAnother = 2;
    assertThat(rebuild.rebuild(STREAM)).isEqualTo(Outcome.REWRITTEN);
    assertThat(views.of("s")).isEqualTo(owner.texts("s"));
  }

  @Test
  void a_view_that_is_further_than_its_owner_is_left_as_it_is() {
    owner.say("s", 3);
    stored(List.of("t1", "t2", "t3", "t4"), 4);
    assertThat(rebuild.rebuild(STREAM)).isEqualTo(Outcome.AHEAD);
    assertThat(views.of("s")).hasSize(4);
    assertThat(rebuild.compare(STREAM).same()).isFalse();
  }

  @Test
  void an_event_that_cannot_be_folded_leaves_the_view_as_it_is() {
    owner.say("s", 2);
    owner.say("s", "poison");
    stored(List.of("t1", "t2"), 2);
    assertThat(rebuild.rebuild(STREAM)).isEqualTo(Outcome.FAILED);
    assertThat(views.of("s")).containsExactly("t1", "t2");
  }

  @Test
  void a_stream_that_is_passed_over_is_as_it_should_be() {
    owner.say("s", "not mine");
    owner.say("s", 5);
    stored(List.of("not mine"), 1);
    assertThat(rebuild.rebuild(STREAM)).isEqualTo(Outcome.SAME);
    assertThat(rebuild.compare(STREAM)).isEqualTo(new Comparison("s", 1, 1, true));
  }

  @Test
  void without_the_owner_nothing_is_changed() {
    owner.say("s", 2);
    stored(List.of("nonsense"), 2);
    owner.away = true;
    assertThatThrownBy(() -> rebuild.rebuild(STREAM)).isInstanceOf(NotAnsweringException.class);
    assertThat(views.of("s")).containsExactly("nonsense");
  }

  private void stored(List<String> view, long rev) {
    views.views.put(STREAM.key(), new Versioned<>(view, rev));
  }
}
