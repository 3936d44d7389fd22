package rapport.integrations.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fixed texts of e-mails and messages: English, German, Spanish and Arabic. */
public final class Texts {

  /** By their codes, the first one for whoever speaks none of them. */
  public static final List<String> LANGUAGES = List.of("en", "de", "es", "ar");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

  private final ResourceBundle bundle;
  private final String language;

  private Texts(String language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            "mail-texts",
            Locale.of(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Those of a locale such as {@code de-AT}. */
  public static Texts of(String locale) {
    var language = Locale.forLanguageTag(locale.replace('_', '-')).getLanguage();
    return new Texts(LANGUAGES.contains(language) ? language : LANGUAGES.getFirst());
  }

  public String language() {
    return language;
  }

  /** Whether it is written from right to left. */
  boolean isRightToLeft() {
    return language.equals("ar");
  }

  /**
   * A text with its places filled in; a place nothing is known for stays empty.
   *
   * @throws MissingResourceException when there is none of that name
   */
  public String get(String name, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(bundle.getString(name))
        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
  }
}
