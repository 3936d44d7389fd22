package rapport.profile.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rapport.contracts.FieldValue;
import rapport.contracts.FieldValue.Tags;
import rapport.contracts.FieldValue.Text;
import rapport.profile.record.ConversationRecord;

/** Lays a profile out as the tree its readers know: {@code customer_profile} and its sections. */
public final class ProfileTree {

  private static final String AGE = "demographics.age";
  private static final String TASTES = "psychographics.likes_dislikes";

  private final ProfileFields fields;

  public ProfileTree(ProfileFields fields) {
    this.fields = fields;
  }

  /**
   * The inside of {@code customer_profile}: values as JSON, fields without a value left out, every
   * section there. Besides the source's fields there are {@code age_min} and {@code age_max} in
   * years for a range, and {@code likes} and {@code dislikes} for tags that say which they are.
   */
  public Map<String, Object> of(ConversationRecord profile) {
    var tree = new LinkedHashMap<String, Object>();
    tree.putAll(section("", profile));
    var summary = tree.remove("summary_statement");
    ProfileFields.SECTIONS.forEach(section -> tree.put(section, section(section, profile)));
    if (summary != null) {
      tree.put("summary_statement", summary);
    }
    tree.put("status", profile.status().wire());
    if (profile.lastUpdatedAt() != null) {
      tree.put("last_updated_at", profile.lastUpdatedAt().toString());
    }
    if (profile.createdBy() != null) {
      tree.put("created_by", profile.createdBy());
    }
    return tree;
  }

  /** Values at paths that are not the source's, so that a newer flow loses nothing. */
  public Map<String, Object> others(ConversationRecord profile) {
    var others = new LinkedHashMap<String, Object>();
    profile
        .fields()
        .shown()
        .forEach((path, held) -> {
          if (!fields.knows(path)) {
            others.put(path, held.value().json());
          }
        });
    return others;
  }

  private Map<String, Object> section(String section, ConversationRecord profile) {
    var values = new LinkedHashMap<String, Object>();
    for (var field : fields.all()) {
      var value = field.section().equals(section) ? profile.value(field.path()) : null;
      if (value != null) {
        put(values, field, value);
      }
    }
    return values;
  }

  private static void put(Map<String, Object> values, ProfileField field, FieldValue value) {
    switch (field.path()) {
      case AGE -> putAge(values, value);
      case TASTES -> putTastes(values, value);
      default -> values.put(field.name(), value.json());
    }
  }

  private static void putAge(Map<String, Object> values, FieldValue value) {
    var range = value instanceof Text(var text) ? AgeRange.in(text) : null;
    if (range == null || range.isEmpty()) {
      values.put("age", value.json());
    } else if (range.get().exact()) {
      values.put("age", range.get().min());
    } else {
      values.put("age", value.json());
      values.put("age_min", range.get().min());
      if (range.get().max() != null) {
        values.put("age_max", range.get().max());
      }
    }
  }

  private static void putTastes(Map<String, Object> values, FieldValue value) {
    var tags = value instanceof Tags(var several) ? several : List.of(value.display());
    values.put("likes_dislikes", tags);
    putPrefixed(values, "likes", tags);
    putPrefixed(values, "dislikes", tags);
  }

  private static void putPrefixed(Map<String, Object> values, String word, List<String> tags) {
    var prefix = word + " ";
    var named =
        tags.stream()
            .filter(tag -> tag.regionMatches(true, 0, prefix, 0, prefix.length()))
            .map(tag -> tag.substring(prefix.length()).strip())
            .toList();
    if (!named.isEmpty()) {
      values.put(word, named);
    }
  }
}
