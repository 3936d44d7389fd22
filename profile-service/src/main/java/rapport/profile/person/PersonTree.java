package rapport.profile.person;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lays a person out as their readers know it: six sections with plain values. */
public final class PersonTree {

  private PersonTree() {}

  /** Every section is there; of its fields those with a value, as JSON. */
  public static Map<String, Map<String, Object>> of(Person person) {
    var tree = new LinkedHashMap<String, Map<String, Object>>();
    PersonFields.SECTIONS.forEach(section -> tree.put(section, new LinkedHashMap<>()));
    PersonFields.byPath()
        .forEach((path, field) -> {
          var leaf = person.leaves().get(path);
          var section = tree.get(field.section());
          if (leaf != null && section != null) {
            section.put(field.name(), leaf.value().json());
          }
        });
    return tree;
  }
}
