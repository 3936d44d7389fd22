package rapport.integrations.task.api;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rapport.integrations.task.store.TaskQuery.After;
import rapport.runtime.web.Cursor;

/** Where a page of tasks ended, as an opaque word. */
final class TaskCursor {

  private static final Pattern PLACE = Pattern.compile("(-?\\d{1,18}):(.*)", Pattern.DOTALL);

  private TaskCursor() {}

  static String of(After after) {
    return Cursor.of(after.due() + ":" + after.task());
  }

  /** None without a cursor; 400 {@code bad-cursor} when it is none of ours. */
  static @Nullable After read(@Nullable String cursor) {
    return Cursor.read(
        cursor, PLACE, place -> new After(Long.parseLong(place.group(1)), place.group(2)));
  }
}
