package rapport.integrations.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook somebody wants called.
 *
 * @param url where it is
 * @param events the types of event it is called for, as on the wire
 * @param disabledReason why it was switched off, if not by hand
 * @param sealed its secrets, see {@code SecretVault}
 * @param secrets which there are, the newest first
 * @param rev counts its changes
 */
public record Endpoint(
    String id,
    String name,
    String url,
    List<String> events,
    boolean enabled,
    @Nullable String disabledReason,
    String sealed,
    List<Secret> secrets,
    Instant createdAt,
    Instant changedAt,
    long rev) {

  /**
   * A secret that messages are signed with.
   *
   * @param hint its last four characters
   * @param until when it stops being valid, once it was replaced
   */
  public record Secret(String hint, @Nullable Instant until) {}

  public Endpoint {
    events = List.copyOf(events);
    secrets = List.copyOf(secrets);
  }

  /** Whether it is to be called for events of that type. */
  public boolean wants(String type) {
    return enabled && events.contains(type);
  }

  /** How many of the secrets, from the newest on, are valid. */
  public int valid(Instant now) {
    var valid = 0;
    while (valid < secrets.size() && isValid(secrets.get(valid), now)) {
      valid++;
    }
    return valid;
  }

  private static boolean isValid(Secret secret, Instant now) {
    var until = secret.until();
    return until == null || until.isAfter(now);
  }

  /** The same webhook with another revision. */
  public Endpoint with(
      String newName,
      String newUrl,
      List<String> newEvents,
      boolean on,
      @Nullable String why,
      Instant at) {
    return new Endpoint(
        id, newName, newUrl, newEvents, on, why, sealed, secrets, createdAt, at, rev + 1);
  }

  /** The same webhook with other secrets. */
  public Endpoint with(String seal, List<Secret> newSecrets, Instant at) {
    return new Endpoint(
        id, name, url, events, enabled, disabledReason, seal, newSecrets, createdAt, at, rev + 1);
  }
}
