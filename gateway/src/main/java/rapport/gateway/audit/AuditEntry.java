package rapport.gateway.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done or seen.
 *
 * @param at to the millisecond
 * @param kind what it was
 * @param actor the id of the user
 * @param actorName what the user was called then
 * @param via {@code session}, {@code token} for an API token, or {@code sign-in}
 * @param method of the request
 * @param path of the request, without its query
 * @param status of the answer: 403 is an attempt that was refused
 * @param address the network address the request came from
 * @param changes what became different, as far as the gateway knows
 */
record AuditEntry(
    Instant at,
    Kind kind,
    String actor,
    String actorName,
    String via,
    String method,
    String path,
    int status,
    String requestId,
    String address,
    List<String> changes) {

  /** What kind of thing was done. */
  enum Kind {
    SIGN_IN("sign-in"),
    CHANGE("change"),
    READ("read");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    String wire() {
      return wire;
    }

    static @Nullable Kind of(@Nullable String wire) {
      for (Kind kind : values()) {
        if (kind.wire.equals(wire)) {
          return kind;
        }
      }
      return null;
    }
  }

  AuditEntry {
    changes = List.copyOf(changes);
  }
}
