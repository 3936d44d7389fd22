package rapport.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who asks a service for something, as {@link AccessMatrix} sends them all. */
enum Asking {
  /** Without a token. */
  NOBODY(null, null),
  /** With a token that was good two minutes ago. */
  EXPIRED("user", "admin"),
  /** With a token that is good for another service. */
  WRONG_AUDIENCE("user", "admin"),
  /** With a token that somebody else has signed. */
  FORGED("user", "admin"),
  /** A user whose roles were all taken away. */
  WITHOUT_ROLE("user", null),
  VIEWER("user", "viewer"),
  MARKETER("user", "marketer"),
  SALES("user", "sales"),
  SUCCESS("user", "success"),
  ADMIN("user", "admin"),
  VISITOR("visitor", null),
  SERVICE("service", "admin");

  /** Those who prove nothing: 401, whatever they ask for. */
  static final Set<Asking> UNPROVEN = Set.of(NOBODY, EXPIRED, WRONG_AUDIENCE, FORGED);

  /** Those who may read: everybody who works in the workspace. */
  static final List<Asking> USERS = List.of(VIEWER, MARKETER, SALES, SUCCESS, ADMIN);

  private final @Nullable String kind;
  private final @Nullable String role;

  Asking(@Nullable String kind, @Nullable String role) {
    this.kind = kind;
    this.role = role;
  }

  /** The name in a table. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Asking> of(String wire) {
    return Arrays.stream(values()).filter(asking -> asking.wire().equals(wire)).findFirst();
  }

  /** The kind of caller the token tells, null without a token. */
  @Nullable String kind() {
    return kind;
  }

  List<String> roles() {
    return role == null ? List.of() : List.of(role);
  }
}
