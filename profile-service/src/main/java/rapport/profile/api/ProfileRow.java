package rapport.profile.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rapport.profile.profile.CustomerProfile;
import rapport.profile.profile.ProfileFields;

/** A profile in a list; what is not known yet is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProfileRow(
    String id,
    @Nullable String name,
    @Nullable String type,
    @Nullable String b2bB2c,
    @Nullable String company,
    @Nullable String jobTitle,
    String status,
    Done progress,
    @Nullable Instant lastUpdatedAt) {

  /** {@code done} of {@code total} fields that apply have a value. */
  record Done(int done, int total) {
    static Done of(CustomerProfile profile, ProfileFields fields) {
      var progress = fields.progress(profile);
      return new Done(progress.done(), progress.total());
    }
  }

  static ProfileRow of(CustomerProfile profile, ProfileFields fields) {
    return new ProfileRow(
        profile.id(),
        text(profile, "prototype_name"),
        text(profile, "type"),
        text(profile, "b2b_b2c"),
        text(profile, "company_name"),
        text(profile, "job_title"),
        profile.status().wire(),
        Done.of(profile, fields),
        profile.lastUpdatedAt());
  }

  private static @Nullable String text(CustomerProfile profile, String path) {
    var value = profile.value(path);
    return value == null ? null : value.display();
  }
}
