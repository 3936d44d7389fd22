package rapport.runtime.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who makes a request. A controller method that takes a {@code Caller} gets the one of the request.
 *
 * @param workspace the only workspace the request may touch
 * @param subject the id of the user or visitor, or the name of the service
 * @param name for people to read
 * @param roles of a user or service; visitors have none
 */
public record Caller(String workspace, String subject, String name, Set<Role> roles, Kind kind) {

  /** The attribute of a server exchange that holds its caller. */
  public static final String ATTRIBUTE = Caller.class.getName();

  /** What kind of caller it is. */
  public enum Kind {
    USER,
    VISITOR,
    SERVICE;

    /** The name in tokens, in lower case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String wire) {
      return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }
  }

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** A service acting on a workspace, with every right there. */
  public static Caller service(String workspace, String service) {
    return new Caller(workspace, service, service, Set.of(Role.ADMIN), Kind.SERVICE);
  }

  /** Whether the caller is an administrator or has one of these roles. */
  public boolean hasAny(Role... anyOf) {
    return roles.contains(Role.ADMIN) || Arrays.stream(anyOf).anyMatch(roles::contains);
  }
}
