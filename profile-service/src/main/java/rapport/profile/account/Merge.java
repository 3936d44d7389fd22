package rapport.profile.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values of a record with where each is from, after others came in. What a person typed is replaced
 * by a person only; what the CRM or a file says replaces what was said in a chat, and so on.
 *
 * @param values by field; fields without a value are absent
 * @param sources by field
 * @param kept fields whose value stayed because it outranks the one that came
 */
public record Merge(Map<String, Object> values, Map<String, Source> sources, List<String> kept) {

  public Merge {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    kept = List.copyOf(kept);
  }

  /**
   * @param incoming by field; null clears the field
   */
  public static Merge of(
      Map<String, Object> values,
      Map<String, Source> sources,
      Map<String, @Nullable Object> incoming,
      Source source) {
    var merged = new LinkedHashMap<>(values);
    var origins = new LinkedHashMap<>(sources);
    var kept = new ArrayList<String>();
    incoming.forEach((field, value) -> {
      var now = merged.get(field);
      var from = origins.get(field);
      if (Objects.equals(now, value)) {
        return;
      }
      if (from != null && !source.outranks(from)) {
        kept.add(field);
        return;
      }
      if (value == null) {
        merged.remove(field);
      } else {
        merged.put(field, value);
      }
      origins.put(field, source);
    });
    return new Merge(merged, origins, kept);
  }
}
