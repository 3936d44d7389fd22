package rapport.health.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarksTest {

  private static final int TAKEN_BACK_AT_MOST = 20;

  @Test
  void an_input_marks_once() {
    assertThat(Marks.NONE.plus(mark("m1")).plus(mark("m1")).all()).hasSize(1);
  }

  @Test
  void an_input_taken_back_takes_its_mark_with_it() {
    assertThat(Marks.NONE.plus(mark("m1")).plus(mark("m2")).without("m1").all())
        .containsExactly(mark("m2"));
  }

  @Test
  void what_nobody_can_take_back_does_not_pile_up_nor_vanish() {
    var marks = Marks.NONE;
    for (int i = 1; i <= 1000; i++) {
      marks = marks.plus(mark("m" + i));
    }
    assertThat(marks.all().size()).isLessThan(50);
    for (var cause :
        IntStream.range(0, TAKEN_BACK_AT_MOST).mapToObj(i -> "m" + (1000 - i)).toList()) {
      marks = marks.without(cause);
    }
    assertThat(marks.any()).isTrue();
  }

  private static Mark mark(String cause) {
    return new Mark(FlowStory.BEGIN, cause);
  }
}
