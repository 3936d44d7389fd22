package rapport.profile.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import rapport.profile.profile.CustomerProfile;

/** A profile that exists, and the conversation's revision it stands at. */
public record StoredProfile(CustomerProfile profile, long rev) {

  public String id() {
    return profile.id();
  }

  /** When a value or the status changed last; every profile that exists has begun some time. */
  public Instant lastUpdatedAt() {
    return requireNonNull(profile.lastUpdatedAt());
  }
}
