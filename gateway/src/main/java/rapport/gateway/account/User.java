package rapport.gateway.account;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;

/**
 * Somebody who signs in.
 *
 * @param email in lower case; unique among all workspaces, for it alone names the user at sign-in
 * @param passwordHash null until somebody invited has set a password
 * @param disabled whether sign-in and all sessions and tokens are refused
 */
record User(
    String id,
    String workspace,
    String email,
    String name,
    Set<Role> roles,
    @Nullable String passwordHash,
    boolean disabled,
    Instant createdAt) {

  User {
    roles = Set.copyOf(roles);
  }

  Caller caller(Set<Role> as) {
    return new Caller(workspace, id, name, as, Caller.Kind.USER);
  }

  boolean isActiveAdministrator() {
    return !disabled && roles.contains(Role.ADMIN);
  }

  @Override
  public String toString() {
    return "User[" + workspace + "/" + id + "]";
  }
}
