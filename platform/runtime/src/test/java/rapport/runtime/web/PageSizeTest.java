package rapport.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import rapport.runtime.problem.Problem;

class PageSizeTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 200})
  void from_one_to_two_hundred_may_be_asked_for(int limit) {
    assertThat(PageSize.of(limit)).isEqualTo(limit);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 201})
  void anything_else_is_refused_and_not_made_fit(int limit) {
    assertThatThrownBy(() -> PageSize.of(limit))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(HttpStatus.BAD_REQUEST);
              assertThat(problem.code()).isEqualTo("bad-limit");
            });
  }
}
