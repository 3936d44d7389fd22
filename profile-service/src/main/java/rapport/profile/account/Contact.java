package rapport.profile.account;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person at an account.
 *
 * @param rev counts its own changes, from 1
 * @param person who has the contact's address and so is the same, once known; by that id {@code
 *     /api/v1/people} answers whoever that one was merged into
 * @param leftAt when the person left; absent for one who is there
 * @param sources where each of the details is from, by field
 */
public record Contact(
    String id,
    long rev,
    ContactDetails details,
    String source,
    @Nullable String externalId,
    @Nullable String person,
    @Nullable Instant leftAt,
    Instant createdAt,
    Instant changedAt,
    Map<String, Source> sources) {

  /** The name of whoever was erased. */
  public static final String ERASED = "[erased]";

  public Contact {
    sources = Map.copyOf(sources);
  }

  public boolean active() {
    return leftAt == null;
  }

  /** Whether nothing is kept any more of who it was; that it was somebody is. */
  public boolean isErased() {
    return details.name().equals(ERASED);
  }

  boolean wasThere(Instant then) {
    return !createdAt.isAfter(then) && (leftAt == null || leftAt.isAfter(then));
  }

  public boolean is(String role) {
    return details.roles().contains(role);
  }

  public boolean executive() {
    return "executive".equals(details.level());
  }

  Contact with(ContactDetails details, Map<String, Source> sources, Instant at) {
    return new Contact(
        id, rev + 1, details, source, externalId, person, leftAt, createdAt, at, sources);
  }

  Contact left(@Nullable Instant leftAt, Instant at) {
    return new Contact(
        id, rev + 1, details, source, externalId, person, leftAt, createdAt, at, sources);
  }

  Contact known(@Nullable String person, Instant at) {
    return new Contact(
        id, rev + 1, details, source, externalId, person, leftAt, createdAt, at, sources);
  }
}
