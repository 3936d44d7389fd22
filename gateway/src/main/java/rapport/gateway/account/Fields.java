package rapport.gateway.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;

/**
 * Reads the fields of one request body and notes everything that is wrong with them, so that a
 * caller learns all of it at once. A field in error reads as something harmless until {@link
 * #orThrow}.
 */
final class Fields {
  static final int LONGEST_NAME = 100;
  static final int LONGEST_EMAIL = 254;
  static final int SHORTEST_PASSWORD = 8;
  static final int LONGEST_PASSWORD = 256;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");

  private final List<FieldError> errors = new ArrayList<>();

  /** An e-mail address in lower case; {@code admin@localhost} is one too. */
  String email(@Nullable String value) {
    String email = text("email", value, 1, LONGEST_EMAIL).toLowerCase(Locale.ROOT);
    if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
      wrong("email", "invalid-email", "This is not an e-mail address.");
    }
    return email;
  }

  String name(@Nullable String value) {
    return text("name", value, 1, LONGEST_NAME);
  }

  /** A password somebody chooses. */
  String newPassword(@Nullable String value) {
    return lengthChecked(
        "password", value == null ? "" : value, SHORTEST_PASSWORD, LONGEST_PASSWORD);
  }

  /** A password somebody claims to know. */
  String password(@Nullable String value) {
    return lengthChecked("password", value == null ? "" : value, 1, LONGEST_PASSWORD);
  }

  Set<Role> roles(@Nullable List<@Nullable String> values) {
    if (values == null || values.isEmpty()) {
      wrong("roles", "required", "At least one role is needed.");
      return Set.of();
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (int index = 0; index < values.size(); index++) {
      String name = values.get(index);
      Role role = name == null ? null : Role.of(name).orElse(null);
      if (role == null) {
        wrong(
            "roles[" + index + "]",
            "unknown-role",
            "Roles are viewer, marketer, sales, success and admin.");
      } else {
        roles.add(role);
      }
    }
    return roles;
  }

  @Nullable Instant future(String path, @Nullable Instant value, Instant now) {
    if (value != null && !value.isAfter(now)) {
      wrong(path, "in-the-past", "This must be a time in the future.");
    }
    return value;
  }

  void wrong(String path, String code, String detail) {
    errors.add(new FieldError(path, code, detail));
  }

  /** Throws 422 {@code invalid-fields} when anything was wrong. */
  void orThrow() {
    if (!errors.isEmpty()) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT, "invalid-fields", "Some fields are not acceptable.")
          .withErrors(errors);
    }
  }

  private String text(String path, @Nullable String value, int shortest, int longest) {
    return lengthChecked(path, value == null ? "" : value.strip(), shortest, longest);
  }

  private String lengthChecked(String path, String value, int shortest, int longest) {
    if (value.isEmpty()) {
      wrong(path, "required", "This field is needed.");
    } else if (value.length() < shortest) {
      wrong(path, "too-short", "At least " + shortest + " characters are needed.");
    } else if (value.length() > longest) {
      wrong(path, "too-long", "At most " + longest + " characters are possible.");
    }
    return value;
  }
}
