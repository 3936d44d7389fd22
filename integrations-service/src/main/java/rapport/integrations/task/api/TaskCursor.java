package rapport.integrations.task.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import rapport.integrations.task.store.TaskQuery.After;

/** Where a page of tasks ended, as an opaque word. */
final class TaskCursor {

  private TaskCursor() {}

  static String of(After after) {
    var plain = after.due() + ":" + after.task();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  static After read(String cursor) {
    try {
      var plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      var colon = plain.indexOf(':');
      return new After(Long.parseLong(plain.substring(0, colon)), plain.substring(colon + 1));
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      throw TaskRequests.invalid("cursor", "It is not one that was given out.");
    }
  }
}
