package rapport.health.store;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as text and back: for what is only ever read whole. */
final class Json {

  /** To read dates as numbers takes a fifth less of a whole evaluation than as text. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  static String of(Object value) {
    return JSON.writeValueAsString(value);
  }

  static <T> T read(String text, Class<T> type) {
    return JSON.readValue(text, type);
  }
}
