package rapport.runtime.store;

import org.bson.Document;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as documents and back, by way of JSON: for parts that are only ever read whole. */
public final class JsonDocuments {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private JsonDocuments() {}

  public static Document of(Object value) {
    return Document.parse(JSON.writeValueAsString(value));
  }

  /** What {@link #of} wrote, or an earlier version of it did: unknown fields are ignored. */
  public static <T> T read(Document document, Class<T> type) {
    return JSON.readValue(document.toJson(), type);
  }
}
