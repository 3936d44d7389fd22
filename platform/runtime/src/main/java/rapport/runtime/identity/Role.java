package rapport.runtime.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user does in a workspace. An {@link #ADMIN} may do everything. */
public enum Role {
  VIEWER,
  MARKETER,
  SALES,
  SUCCESS,
  ADMIN;

  /** The name in tokens and in the API, in lower case. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that wire name, or nothing when there is none. */
  public static Optional<Role> of(String wire) {
    return Arrays.stream(values()).filter(role -> role.wire().equals(wire)).findFirst();
  }
}
