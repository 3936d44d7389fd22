package rapport.profile.account.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.profile.account.Merge;
import rapport.profile.account.Source;
import rapport.profile.account.store.AccountJson;
import rapport.runtime.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** Changes to some fields of a record, as the record they lead to. */
@Component
public final class Edits {

  private final JsonMapper strict;
  private final AccountJson json;

  Edits(JsonMapper strict, AccountJson json) {
    this.strict = strict;
    this.json = json;
  }

  /** The record after a merge. */
  public record Edited<T>(T details, Merge merge) {}

  /**
   * Merges values into a record.
   *
   * @param incoming by field; null clears
   * @throws Problem 400 when a field is unknown, or a value has another type or is not acceptable
   */
  public <T> Edited<T> merge(
      T details,
      Class<T> type,
      Map<String, Source> sources,
      Map<String, @Nullable Object> incoming,
      Source source) {
    var now = json.map(details);
    var wanted = new LinkedHashMap<String, @Nullable Object>(now);
    wanted.putAll(incoming);
    var accepted = json.map(read(wanted, type));
    var checked = new LinkedHashMap<String, @Nullable Object>();
    incoming.keySet().forEach(field -> checked.put(field, accepted.get(field)));
    var merge = Merge.of(now, sources, checked, source);
    return new Edited<>(read(merge.values(), type), merge);
  }

  /** A new record of these values, each of them from that source; fails like {@link #merge}. */
  public <T> Edited<T> fresh(Class<T> type, Map<String, @Nullable Object> values, Source source) {
    var details = read(values, type);
    var merge = Merge.of(Map.of(), Map.of(), new LinkedHashMap<>(json.map(details)), source);
    return new Edited<>(details, merge);
  }

  /** Where each of the values of a new record is from: all of them from there. */
  public Map<String, Source> sources(Object details, Source source) {
    return Merge.of(Map.of(), Map.of(), new LinkedHashMap<>(json.map(details)), source).sources();
  }

  private <T> T read(Map<String, ? extends @Nullable Object> values, Class<T> type) {
    try {
      return strict.convertValue(values, type);
    } catch (JacksonException e) {
      throw problem(e);
    }
  }

  private static Problem problem(JacksonException failure) {
    return switch (failure) {
      case UnrecognizedPropertyException unknown ->
          Problem.of(
              HttpStatus.BAD_REQUEST,
              "unknown-field",
              "There is no field " + unknown.getPropertyName() + ".");
      case ValueInstantiationException refused
          when refused.getCause() instanceof IllegalArgumentException e && e.getMessage() != null ->
          Problem.of(HttpStatus.BAD_REQUEST, "invalid-value", e.getMessage());
      default ->
          Problem.of(HttpStatus.BAD_REQUEST, "wrong-type", "A value has another type than that.");
    };
  }
}
