package rapport.profile.account.api;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.profile.account.Source;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;

/** What bodies must have besides what their types say. */
final class Bodies {

  private static final Pattern SYSTEM = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern NEW = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern EXTERNAL = Pattern.compile("[A-Za-z0-9_.:@/+=-]{1,200}");

  private Bodies() {}

  /** The system a thing comes from; a person at the console without one. */
  static String system(@Nullable String system) {
    if (system == null) {
      return Source.MANUAL;
    }
    if (!SYSTEM.matcher(system).matches()) {
      throw field("invalid-value", "source", "A source is a word such as salesforce.");
    }
    return system;
  }

  static @Nullable String externalId(@Nullable String id) {
    if (id != null && !EXTERNAL.matcher(id).matches()) {
      throw field(
          "invalid-value", "externalId", "An id has 1 to 200 of A-Z a-z 0-9 _ . : @ / + = -.");
    }
    return id;
  }

  /** The id that something new shall have; 400 {@code invalid-value} when it cannot. */
  static String newId(String id) {
    if (!NEW.matcher(id).matches()) {
      throw field("invalid-value", "id", "An id has 1 to 64 of A-Z a-z 0-9 _ -.");
    }
    return id;
  }

  /** The id of a thing in a path; 400 {@code invalid-value} when none could be so. */
  static String pathId(String id) {
    if (!EXTERNAL.matcher(id).matches()) {
      throw field("invalid-value", "id", "That is no id.");
    }
    return id;
  }

  private static Problem field(String code, String path, String detail) {
    return Problem.of(HttpStatus.BAD_REQUEST, code, detail)
        .withErrors(List.of(new FieldError(path, code, detail)));
  }
}
