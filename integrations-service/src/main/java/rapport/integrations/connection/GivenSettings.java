package rapport.integrations.connection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.ConnectorDescription.Setting;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;

/**
 * Settings somebody gave, checked against what the connector asks for.
 *
 * @param shown what may be shown
 * @param secret what may not
 */
public record GivenSettings(Map<String, String> shown, Map<String, String> secret) {

  private static final int LONGEST = 8_000;

  public GivenSettings {
    shown = Map.copyOf(shown);
    secret = Map.copyOf(secret);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "GivenSettings[" + shown.keySet() + ", " + secret.keySet() + "]";
  }

  /**
   * Checks them.
   *
   * @param given by name; an empty text counts as not given
   * @param kept what was given before and stays unless it is given again
   * @throws Problem 422 {@code invalid-fields}
   */
  public static GivenSettings check(
      ConnectorDescription description,
      Map<String, @Nullable String> given,
      Map<String, String> kept) {
    var errors = new ArrayList<FieldError>();
    given.keySet().stream()
        .filter(name -> description.setting(name) == null)
        .forEach(name -> errors.add(error(name, "unknown-field", "There is no such setting.")));
    var shown = new HashMap<String, String>();
    var secret = new HashMap<String, String>();
    for (var setting : description.settings()) {
      var value = value(setting, given, kept);
      if (value.isEmpty() && setting.required()) {
        errors.add(error(setting.name(), "required", setting.label() + " is needed."));
      } else if (value.length() > LONGEST) {
        errors.add(error(setting.name(), "too-long", "At most " + LONGEST + " characters."));
      } else if (!value.isEmpty() && !fits(setting, value)) {
        errors.add(error(setting.name(), "not-fitting", setting.label() + " cannot be this."));
      } else if (!value.isEmpty()) {
        (setting.secret() ? secret : shown).put(setting.name(), value);
      }
    }
    refuse(errors);
    return new GivenSettings(shown, secret);
  }

  /** All of them together. */
  public Map<String, String> all() {
    var all = new HashMap<>(shown);
    all.putAll(secret);
    return all;
  }

  private static String value(
      Setting setting, Map<String, @Nullable String> given, Map<String, String> kept) {
    var value = given.get(setting.name());
    if (value != null && !value.isBlank()) {
      return value.strip();
    }
    var before = given.containsKey(setting.name()) ? null : kept.get(setting.name());
    if (before != null) {
      return before;
    }
    return setting.initial() == null ? "" : setting.initial();
  }

  private static boolean fits(Setting setting, String value) {
    return switch (setting.input()) {
      case NUMBER -> value.matches("\\d{1,9}");
      case ADDRESS -> value.startsWith("https://") || value.startsWith("http://");
      case CHOICE -> setting.choices().contains(value);
      case LINE -> value.lines().count() <= 1;
      case LINES -> true;
    };
  }

  private static FieldError error(String name, String code, String detail) {
    return new FieldError("settings." + name, code, detail);
  }

  private static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT, "invalid-fields", "Some settings cannot be taken.")
          .withErrors(errors);
    }
  }
}
