package rapport.integrations.connector;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A connector as people see it: a page can be drawn from it without knowing the connector.
 *
 * @param id such as {@code salesforce}
 * @param summary what it is good for, in a sentence
 * @param abilities what it can do
 * @param settings what it needs to be told, in the order to ask
 * @param feeds what is read
 * @param steps what to do over there first, one after the other
 * @param limits what it does not do, or does only so far
 */
public record ConnectorDescription(
    String id,
    String name,
    String summary,
    List<Ability> abilities,
    List<Setting> settings,
    List<Feed> feeds,
    List<String> steps,
    List<String> limits) {

  /** Something a connector can do. */
  public enum Ability {
    /** Records are read again and again. */
    PULL,
    /** Messages are sent. */
    SEND;

    /** The name on the wire, in lower case. */
    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Something a connector needs to be told.
   *
   * @param secret never shown again once it is given
   * @param initial what to propose
   */
  public record Setting(
      String name,
      String label,
      String help,
      boolean required,
      boolean secret,
      @Nullable String initial) {

    public static Setting required(String name, String label, String help) {
      return new Setting(name, label, help, true, false, null);
    }

    public static Setting secret(String name, String label, String help) {
      return new Setting(name, label, help, true, true, null);
    }

    public static Setting optional(
        String name, String label, String help, @Nullable String initial) {
      return new Setting(name, label, help, false, false, initial);
    }
  }

  /**
   * One kind of record that is read.
   *
   * @param kind what it is in our words, such as {@code account}
   */
  public record Feed(String name, String label, String kind) {}

  public ConnectorDescription {
    abilities = List.copyOf(abilities);
    settings = List.copyOf(settings);
    feeds = List.copyOf(feeds);
    steps = List.copyOf(steps);
    limits = List.copyOf(limits);
  }

  /** The setting of that name, if it has one. */
  public @Nullable Setting setting(String name) {
    return settings.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
  }
}
