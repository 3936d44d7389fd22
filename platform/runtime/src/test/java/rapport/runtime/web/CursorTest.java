package rapport.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.runtime.problem.Problem;

class CursorTest {

  private static final Pattern DAY = Pattern.compile("day:(.*)", Pattern.DOTALL);

  @Test
  void a_cursor_is_read_as_it_was_made() {
    assertThat(read(Cursor.of("day:2026-03-01"))).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(Cursor.of("day:ä/?")).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void without_a_cursor_a_list_begins() {
    assertThat(read(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!!", "bm9uc2Vuc2U", "ZGF5OjIwMjYtMDMtNDU"})
  void what_is_none_of_ours_is_refused(String cursor) {
    assertThatThrownBy(() -> read(cursor))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("bad-cursor"));
  }

  private static @Nullable LocalDate read(@Nullable String cursor) {
    return Cursor.read(cursor, DAY, match -> LocalDate.parse(match.group(1)));
  }
}
