package rapport.gateway.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.runtime.identity.Role;

/** What becomes of a user; what is null stays as it is. */
record UserChange(
    @Nullable String email,
    @Nullable String name,
    @Nullable Set<Role> roles,
    @Nullable Boolean disabled,
    @Nullable String passwordHash) {

  boolean isEmpty() {
    return email == null
        && name == null
        && roles == null
        && disabled == null
        && passwordHash == null;
  }

  /** Whether an active administrator would no longer be one. */
  boolean endsAdministration() {
    return Boolean.TRUE.equals(disabled) || (roles != null && !roles.contains(Role.ADMIN));
  }

  /** Whether whoever is signed in as this user must prove it again. */
  boolean endsSessions() {
    return Boolean.TRUE.equals(disabled) || passwordHash != null;
  }

  /** Whether links to set a password that were sent before are good no more. */
  boolean endsLinks() {
    return endsSessions() || email != null;
  }

  /** What it changes, for the audit trail. */
  List<String> told() {
    var told = new ArrayList<String>();
    if (email != null) {
      told.add("email");
    }
    if (name != null) {
      told.add("name");
    }
    if (roles != null) {
      told.add("roles: " + String.join(" ", Users.wire(roles)));
    }
    if (disabled != null) {
      told.add("disabled: " + disabled);
    }
    if (passwordHash != null) {
      told.add("password");
    }
    return told;
  }

  @Override
  public String toString() {
    return "UserChange[name=" + name + ", roles=" + roles + ", disabled=" + disabled + "]";
  }
}
