package rapport.conversation.model;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import rapport.conversation.model.ModelSettings.Prices;
import rapport.conversation.model.ModelSettings.Secret;
import rapport.runtime.egress.Network;

/**
 * Reads the settings as an operator wrote them and tells every mistake in them at once, without
 * repeating what may be secret.
 */
final class SettingsReader {

  static final String BASE_URL = "RAPPORT_LLM_BASE_URL";
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MOST_AT_ONCE = 1_000;

  /** What can be a header and a name in metrics. */
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]*");

  private final Function<String, @Nullable String> environment;
  private final List<String> mistakes = new ArrayList<>();

  private SettingsReader(Function<String, @Nullable String> environment) {
    this.environment = environment;
  }

  /**
   * @param environment the value of a variable such as {@code RAPPORT_LLM_MODEL}, or null
   * @throws InvalidModelSettingsException with every mistake found
   */
  static ModelSettings read(Function<String, @Nullable String> environment) {
    return new SettingsReader(environment).read();
  }

  private ModelSettings read() {
    var settings =
        new ModelSettings(
            baseUrl(text(BASE_URL)),
            model(),
            key(),
            duration("RAPPORT_LLM_TIME_LIMIT", Duration.ofSeconds(2)),
            atOnce(),
            duration("RAPPORT_LLM_PAUSE", Duration.ofSeconds(10)),
            new Prices(price("RAPPORT_LLM_PROMPT_PRICE"), price("RAPPORT_LLM_COMPLETION_PRICE")),
            yes("RAPPORT_LLM_SUMMARIES"),
            allowed());
    if (!mistakes.isEmpty()) {
      throw new InvalidModelSettingsException(mistakes);
    }
    return settings;
  }

  private String text(String name) {
    var text = environment.apply(name);
    return text == null ? "" : text.strip();
  }

  private URI baseUrl(String text) {
    try {
      var url = new URI(text.replaceFirst("/+$", ""));
      var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
      if (!Set.of("http", "https").contains(scheme) || url.getHost() == null) {
        mistakes.add(BASE_URL + " must be an absolute address such as https://llm.example/v1");
      } else if (url.getRawUserInfo() != null) {
        mistakes.add(BASE_URL + " must not hold a password; use RAPPORT_LLM_API_KEY");
      } else if (url.getRawQuery() != null || url.getRawFragment() != null) {
        mistakes.add(BASE_URL + " must end with its path, without ? and #");
      } else if (url.getRawPath().endsWith("/chat/completions")) {
        mistakes.add(BASE_URL + " must end before /chat/completions, for example with /v1");
      }
      return url;
    } catch (URISyntaxException unreadable) {
      mistakes.add(BASE_URL + " is no address: character " + unreadable.getIndex() + " is wrong");
      return URI.create("");
    }
  }

  private String model() {
    var model = text("RAPPORT_LLM_MODEL");
    if (model.isEmpty()) {
      mistakes.add("RAPPORT_LLM_MODEL must say which model to ask at " + BASE_URL);
    } else if (!VISIBLE.matcher(model).matches() || model.length() > 200) {
      mistakes.add("RAPPORT_LLM_MODEL must be a plain name without spaces");
    }
    return model;
  }

  private Secret key() {
    var key = text("RAPPORT_LLM_API_KEY");
    if (!VISIBLE.matcher(key).matches()) {
      mistakes.add("RAPPORT_LLM_API_KEY must be one line of ASCII characters without spaces");
    }
    return new Secret(key);
  }

  private Duration duration(String name, Duration standard) {
    var text = text(name);
    if (text.isEmpty()) {
      return standard;
    }
    try {
      var duration = DurationStyle.detectAndParse(text);
      if (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (IllegalArgumentException _) {
      // told below
    }
    mistakes.add(name + " must be from 100ms to 30s");
    return standard;
  }

  private List<String> allowed() {
    var text = text("RAPPORT_LLM_ALLOWED_HOSTS");
    var hosts = text.isEmpty() ? List.<String>of() : List.of(text.split("\\s*,\\s*"));
    try {
      for (var host : hosts) {
        if (host.contains("/")) {
          var _ = Network.of(host);
        }
      }
      return hosts;
    } catch (IllegalArgumentException _) {
      mistakes.add("RAPPORT_LLM_ALLOWED_HOSTS must hold hosts and networks such as 10.0.0.0/8");
      return List.of();
    }
  }

  private int atOnce() {
    var number = number("RAPPORT_LLM_AT_ONCE", BigDecimal.valueOf(16));
    if (number.stripTrailingZeros().scale() > 0
        || number.compareTo(BigDecimal.ONE) < 0
        || number.compareTo(BigDecimal.valueOf(MOST_AT_ONCE)) > 0) {
      mistakes.add("RAPPORT_LLM_AT_ONCE must be a whole number from 1 to " + MOST_AT_ONCE);
      return 1;
    }
    return number.intValueExact();
  }

  private BigDecimal price(String name) {
    var price = number(name, BigDecimal.ZERO);
    if (price.signum() < 0) {
      mistakes.add(name + " must not be negative");
    }
    return price;
  }

  private boolean yes(String name) {
    return switch (text(name).toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "", "false" -> false;
      default -> {
        mistakes.add(name + " must be true or false");
        yield false;
      }
    };
  }

  private BigDecimal number(String name, BigDecimal standard) {
    var text = text(name);
    try {
      return text.isEmpty() ? standard : new BigDecimal(text);
    } catch (NumberFormatException _) {
      mistakes.add(name + " must be a number");
      return standard;
    }
  }
}
