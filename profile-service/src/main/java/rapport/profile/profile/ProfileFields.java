package rapport.profile.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.profile.profile.ProfileField.Audience;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.Progress;

/** Every field a customer profile can have, in the order a reader expects. */
public final class ProfileFields {

  /** The sections, in order; each is part of a profile even when nothing is known in it. */
  public static final List<String> SECTIONS =
      List.of("demographics", "psychographics", "behavioral", "environment");

  private final Map<String, ProfileField> byPath = new LinkedHashMap<>();

  public ProfileFields(List<ProfileField> fields) {
    for (var field : fields) {
      if (byPath.put(field.path(), field) != null) {
        throw new IllegalArgumentException(field.path() + " is listed twice");
      }
      if (!field.section().isEmpty() && !SECTIONS.contains(field.section())) {
        throw new IllegalArgumentException(field.path() + " is in no section");
      }
    }
  }

  public List<ProfileField> all() {
    return List.copyOf(byPath.values());
  }

  public boolean knows(String path) {
    return byPath.containsKey(path);
  }

  /** How far a profile has come, measured by the fields that apply to its market. */
  public Progress progress(ConversationRecord profile) {
    var applying = applyingTo(profile.value("b2b_b2c"));
    var missing = applying.stream().filter(field -> profile.value(field.path()) == null).toList();
    return new Progress(
        applying.size() - missing.size(),
        applying.size(),
        missing.stream().filter(ProfileField::required).map(ProfileField::path).toList());
  }

  /** While the market is open only what every profile has applies. */
  private List<ProfileField> applyingTo(@Nullable FieldValue market) {
    var chosen = market == null ? "" : market.display();
    return byPath.values().stream()
        .filter(
            field -> field.audience() == Audience.BOTH || field.audience().name().equals(chosen))
        .toList();
  }
}
