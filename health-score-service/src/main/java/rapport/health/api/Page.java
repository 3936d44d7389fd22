package rapport.health.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param next asks for what follows; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page<T>(List<T> items, @Nullable String next) {

  /** Makes a page of {@code limit} items from one more, which shows there is more. */
  static <S, T> Page<T> of(
      List<S> found, int limit, Function<S, T> item, Function<S, String> cursor) {
    var shown = found.subList(0, Math.min(limit, found.size()));
    return new Page<>(
        shown.stream().map(item).toList(),
        found.size() > limit ? cursor.apply(shown.getLast()) : null);
  }
}
