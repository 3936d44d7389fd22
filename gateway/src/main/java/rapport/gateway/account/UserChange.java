package rapport.gateway.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.runtime.identity.Role;

/** What becomes of a user; what is null stays as it is. */
record UserChange(
    @Nullable String name,
    @Nullable Set<Role> roles,
    @Nullable Boolean disabled,
    @Nullable String passwordHash) {

  boolean isEmpty() {
    return name == null && roles == null && disabled == null && passwordHash == null;
  }

  /** Whether an active administrator would no longer be one. */
  boolean endsAdministration() {
    return Boolean.TRUE.equals(disabled) || (roles != null && !roles.contains(Role.ADMIN));
  }

  /** Whether whoever is signed in as this user must prove it again. */
  boolean endsSessions() {
    return Boolean.TRUE.equals(disabled) || passwordHash != null;
  }

  @Override
  public String toString() {
    return "UserChange[name=" + name + ", roles=" + roles + ", disabled=" + disabled + "]";
  }
}
