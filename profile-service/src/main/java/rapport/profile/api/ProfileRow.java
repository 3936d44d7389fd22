package rapport.profile.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rapport.profile.profile.ProfileFields;
import rapport.profile.record.ConversationRecord;

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

  static ProfileRow of(ConversationRecord profile, ProfileFields fields) {
    return new ProfileRow(
        profile.id(),
        text(profile, "prototype_name"),
        text(profile, "type"),
        text(profile, "b2b_b2c"),
        text(profile, "company_name"),
        text(profile, "job_title"),
        profile.status().wire(),
        Done.of(fields.progress(profile)),
        profile.lastUpdatedAt());
  }

  private static @Nullable String text(ConversationRecord profile, String path) {
    var value = profile.value(path);
    return value == null ? null : value.display();
  }
}
