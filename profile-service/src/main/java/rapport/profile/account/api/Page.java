package rapport.profile.account.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.profile.account.store.Listing.Place;
import rapport.profile.account.store.Listing.Row;
import rapport.runtime.problem.Problem;
import rapport.runtime.web.Cursor;

/**
 * Part of a list.
 *
 * @param next asks for what follows; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page<T>(List<T> items, @Nullable String next) {

  static final String USUAL = "50";
  private static final int MOST = 200;
  private static final Pattern PLACE = Pattern.compile("([^\n]*)\n([dns])(.*)", Pattern.DOTALL);

  /** The limit; 400 {@code bad-limit} unless it is from 1 to 200. */
  static int limit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-limit", "The limit is from 1 to 200.");
    }
    return limit;
  }

  /** The words; 400 {@code bad-query} when they are more than 200 characters. */
  static @Nullable String words(@Nullable String words) {
    if (words != null && words.length() > 200) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-query", "A query has at most 200 characters.");
    }
    return words;
  }

  /** Makes a page of {@code limit} rows from one row more than that, which shows there is more. */
  static <S, T> Page<T> of(List<Row<S>> found, int limit, Function<Row<S>, T> item) {
    var shown = found.subList(0, Math.min(limit, found.size()));
    return new Page<>(
        shown.stream().map(item).toList(),
        found.size() > limit ? cursor(shown.getLast().place()) : null);
  }

  private static String cursor(Place place) {
    var value =
        switch (place.value()) {
          case Date date -> "d" + date.toInstant().toEpochMilli();
          case Number number -> "n" + number.doubleValue();
          case Object text -> "s" + text;
        };
    return Cursor.of(place.key() + "\n" + value);
  }

  /** The place a cursor stands for; 400 {@code bad-cursor} when it is none of ours. */
  static @Nullable Place after(@Nullable String cursor) {
    return Cursor.read(
        cursor,
        PLACE,
        place -> {
          var value = place.group(3);
          return switch (place.group(2)) {
            case "d" ->
                new Place(Date.from(Instant.ofEpochMilli(Long.parseLong(value))), place.group(1));
            case "n" -> new Place(Double.valueOf(value), place.group(1));
            default -> new Place(value, place.group(1));
          };
        });
  }
}
