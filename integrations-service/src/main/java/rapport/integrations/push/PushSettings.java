package rapport.integrations.push;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is pushed through a connection; nothing unless somebody wants it.
 *
 * @param kinds names of {@link Kind}s
 * @param scores whether scores are among what is told of leads and accounts
 * @param objects where records of a kind are kept over there, by kind; one that is left out where
 *     the connector proposes
 * @param fields what fields are called over there, by kind and our name; an empty text means that
 *     it is not told, and one that is left out that it is called what the connector proposes
 * @param erase what becomes over there of whoever is erased here
 */
public record PushSettings(
    Set<String> kinds,
    boolean scores,
    Map<String, String> objects,
    Map<String, Map<String, String>> fields,
    Erase erase) {

  public static final PushSettings NONE =
      new PushSettings(Set.of(), false, Map.of(), Map.of(), Erase.DELETE);

  /** What becomes of the records of whoever is erased. */
  public enum Erase {
    /** Those that we made are deleted over there, too. */
    DELETE,
    /** All of them stay over there. */
    KEEP;

    /** The name on the wire, in lower case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name, or nothing when there is none. */
    public static Optional<Erase> of(String wire) {
      return Arrays.stream(values()).filter(each -> each.wire().equals(wire)).findFirst();
    }
  }

  public PushSettings {
    kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
    objects = objects == null ? Map.of() : Map.copyOf(objects); // they could not be named once
    fields = Map.copyOf(fields);
    erase = erase == null ? Erase.DELETE : erase; // settings from before there was a choice
  }

  public boolean isOn(Kind kind) {
    return kinds.contains(kind.wire());
  }

  /**
   * Where records of a kind are kept over there.
   *
   * @param proposed where the connector proposes
   */
  public String object(Kind kind, String proposed) {
    return objects.getOrDefault(kind.wire(), proposed);
  }

  /**
   * What is told of a kind, and what it is called over there.
   *
   * @param proposed the connector's names, by ours
   */
  public Map<String, String> mapping(Kind kind, Map<String, String> proposed) {
    var chosen = fields.getOrDefault(kind.wire(), Map.of());
    var mapping = new LinkedHashMap<String, String>();
    PushField.of(kind)
        .filter(field -> scores || !field.score())
        .forEach(field -> {
          var name = field.name();
          var to = chosen.getOrDefault(name, proposed.getOrDefault(name, ""));
          if (!to.isEmpty()) {
            mapping.put(name, to);
          }
        });
    return Collections.unmodifiableMap(mapping);
  }
}
