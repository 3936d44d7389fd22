package rapport.contracts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as it lies on a topic: CloudEvents 1.0 in Kafka's binary mode, attributes as headers and
 * plain JSON as value. No value is a tombstone.
 */
public record WireMessage(
    String topic, String key, Map<String, String> headers, @Nullable String value) {

  public WireMessage {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }
}
