package rapport.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A customer profile as it stands, published on the compacted topic {@code rapport.profile.state},
 * keyed by workspace and profile. Its envelope carries the revision of the {@link ProfileEvent} it
 * goes with. Add optional fields only.
 *
 * @param customerProfile the tree as {@code GET /api/v1/profiles/{id}} answers it
 * @param rev the conversation's revision it was folded from
 * @param progress how many of the fields that apply have a value
 */
public record ProfileState(
    @JsonProperty("customer_profile") Map<String, Object> customerProfile,
    long rev,
    Progress progress) {

  /** {@code done} of {@code total} fields have a value. */
  public record Progress(int done, int total) {}

  /** The topic and the wire name. */
  public static final EventCatalog<ProfileState> CATALOG =
      new EventCatalog<>(
          "rapport.profile.state",
          "/rapport/profile-service",
          Map.of("rapport.profile.state-recorded.v1", ProfileState.class));

  public ProfileState {
    customerProfile = Collections.unmodifiableMap(new LinkedHashMap<>(customerProfile));
  }
}
