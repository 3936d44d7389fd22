package rapport.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes events as {@link WireMessage}s and reads them back. */
public final class EventCodec<E> {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .annotationIntrospector(new RequiredUnlessNullable())
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final EventCatalog<E> catalog;
  private final Map<Class<?>, String> names = new LinkedHashMap<>();

  public EventCodec(EventCatalog<E> catalog) {
    this.catalog = catalog;
    catalog.types().forEach((name, type) -> names.put(type, name));
  }

  public EventCatalog<E> catalog() {
    return catalog;
  }

  /**
   * The wire name of an event.
   *
   * @throws IllegalArgumentException when the catalogue does not have it
   */
  public String nameOf(E event) {
    var name = names.get(event.getClass());
    if (name == null) {
      throw new IllegalArgumentException(event.getClass() + " is not in " + catalog.topic());
    }
    return name;
  }

  public WireMessage encode(Envelope<E> envelope) {
    var event = envelope.event();
    var type = nameOf(event);
    var headers = new LinkedHashMap<String, String>();
    headers.put("content-type", "application/json");
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", envelope.id());
    headers.put("ce_type", type);
    headers.put("ce_source", catalog.source());
    headers.put("ce_subject", envelope.stream());
    headers.put("ce_time", envelope.at().toString());
    headers.put("ce_workspace", envelope.workspace());
    headers.put("ce_rev", Long.toString(envelope.rev()));
    putIfPresent(headers, "ce_cause", envelope.cause());
    putIfPresent(headers, "traceparent", envelope.traceparent());
    return new WireMessage(
        catalog.topic(), envelope.key(), headers, JSON.writeValueAsString(event));
  }

  /**
   * Reads what {@link #encode} wrote; unknown fields are ignored.
   *
   * @throws MalformedEventException when headers are missing or the value is not the event it says
   */
  public Received<E> decode(WireMessage message) {
    var headers = message.headers();
    var type = required(headers, "ce_type");
    var workspace = required(headers, "ce_workspace");
    var stream = required(headers, "ce_subject");
    var rev = rev(required(headers, "ce_rev"));
    var at = time(required(headers, "ce_time"));
    var known = catalog.types().get(type);
    if (known == null) {
      return new Received.Unknown<>(type, workspace, stream, rev, at);
    }
    if (message.value() == null) {
      throw new MalformedEventException(type + " without a value");
    }
    return new Received.Known<>(
        new Envelope<>(
            required(headers, "ce_id"),
            workspace,
            stream,
            rev,
            at,
            headers.get("ce_cause"),
            headers.get("traceparent"),
            read(message.value(), known)));
  }

  private static <T> T read(String value, Class<T> type) {
    try {
      var event = JSON.readValue(value, type);
      if (event == null) {
        throw new MalformedEventException("an event is not null");
      }
      return event;
    } catch (JacksonException | IllegalArgumentException e) {
      throw new MalformedEventException("not a " + type.getSimpleName(), e);
    }
  }

  private static String required(Map<String, String> headers, String name) {
    var value = headers.get(name);
    if (value == null || value.isEmpty()) {
      throw new MalformedEventException("header " + name + " is missing");
    }
    return value;
  }

  private static long rev(String text) {
    try {
      var rev = Long.parseLong(text);
      if (rev >= 1) {
        return rev;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw new MalformedEventException("ce_rev is not a revision");
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new MalformedEventException("ce_time is not a time", e);
    }
  }

  private static void putIfPresent(
      Map<String, String> headers, String name, @Nullable String value) {
    if (value != null) {
      headers.put(name, value);
    }
  }
}
