package rapport.gateway.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;

/**
 * Reads what somebody wants a key to be and notes everything that is wrong with it. A field in
 * error reads as something harmless until {@link #orThrow}.
 */
final class KeyFields {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TITLE = 60;
  private static final int LONGEST_ADDRESS = 500;
  private static final int MOST_ORIGINS = 50;
  private static final Pattern FLOW = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,7}");
  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

  private final List<FieldError> errors = new ArrayList<>();

  KeyFields sessionKey(@Nullable String key) {
    if (key == null || key.isBlank()) {
      wrong("widgetKey", "required", "The widget key of the page is needed.");
    }
    return this;
  }

  String name(@Nullable String value) {
    String name = value == null ? "" : value.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      wrong("name", "wrong-length", "1 to " + LONGEST_NAME + " characters, please.");
    }
    return name;
  }

  List<String> origins(@Nullable List<@Nullable String> values) {
    if (values == null || values.isEmpty() || values.size() > MOST_ORIGINS) {
      wrong("origins", "wrong-number", "From 1 to " + MOST_ORIGINS + " origins.");
      return List.of();
    }
    var origins = new ArrayList<String>();
    for (int index = 0; index < values.size(); index++) {
      String at = "origins[" + index + "]";
      Origins.normal(values.get(index))
          .ifPresentOrElse(
              origins::add,
              () ->
                  wrong(
                      at,
                      "not-an-origin",
                      "Such as https://shop.example, https://*.shop.example or http://localhost:*."));
    }
    return origins.stream().distinct().toList();
  }

  String flow(@Nullable String value) {
    String flow = value == null ? WidgetKey.DEFAULT_FLOW : value;
    if (!FLOW.matcher(flow).matches()) {
      wrong("flow", "not-a-flow", "The name of a flow, such as lead-to-sales.");
    }
    return flow;
  }

  /** An empty text stands for none: the visitor's own language. */
  @Nullable String locale(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    if (!TAG.matcher(value).matches()) {
      wrong("locale", "not-a-language", "A tag such as de or pt-BR.");
    }
    return value;
  }

  WidgetTheme theme(@Nullable WidgetTheme value) {
    if (value == null) {
      return WidgetTheme.DEFAULT;
    }
    String accent = lower(value.accent());
    if (accent != null && !COLOUR.matcher(accent).matches()) {
      wrong("theme.accent", "not-a-colour", "A colour such as #0b5fff.");
    }
    oneOf("theme.position", value.position(), "right", "left");
    oneOf("theme.scheme", value.scheme(), "auto", "light", "dark");
    String title = value.title() == null ? null : value.title().strip();
    if (title != null && (title.isEmpty() || title.length() > LONGEST_TITLE)) {
      wrong("theme.title", "wrong-length", "1 to " + LONGEST_TITLE + " characters, please.");
    }
    String privacy = value.privacyUrl();
    if (privacy != null
        && (privacy.length() > LONGEST_ADDRESS || Origins.page(privacy).isEmpty())) {
      wrong(
          "theme.privacyUrl", "not-an-address", "An address such as https://shop.example/privacy.");
    }
    return new WidgetTheme(accent, value.position(), value.scheme(), title, privacy);
  }

  private void oneOf(String path, @Nullable String value, String... options) {
    if (value != null && !List.of(options).contains(value)) {
      wrong(path, "unknown-option", "One of " + String.join(", ", options) + ".");
    }
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private void wrong(String path, String code, String detail) {
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
}
