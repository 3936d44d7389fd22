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
 * @param terms what whoever connects agrees to, or may not do; shown before they connect
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
    List<String> terms,
    List<String> limits) {

  /** Something a connector can do. */
  public enum Ability {
    /** Records are read again and again. */
    PULL,
    /** The other system tells of its own accord, at an address of ours. */
    RECEIVE,
    /** Messages are sent. */
    SEND,
    /** Records of ours are written over there. */
    PUSH,
    /** Files that people have from there are taken. */
    UPLOAD;

    /** The name on the wire, in lower case. */
    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Something a connector needs to be told.
   *
   * @param input what to ask with
   * @param secret never shown again once it is given
   * @param initial what to propose
   * @param choices what it may be; empty when anything may be given
   */
  public record Setting(
      String name,
      String label,
      String help,
      Input input,
      boolean required,
      boolean secret,
      @Nullable String initial,
      List<String> choices) {

    /** What a page asks with. */
    public enum Input {
      /** One line. */
      LINE,
      /** Several lines, such as a key or a list. */
      LINES,
      /** The address of a web page. */
      ADDRESS,
      /** A whole number. */
      NUMBER,
      /** One of the choices. */
      CHOICE;

      /** The name on the wire, in lower case. */
      @JsonValue
      public String wire() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    public Setting {
      choices = List.copyOf(choices);
    }

    public static Setting required(String name, String label, String help) {
      return new Setting(name, label, help, Input.LINE, true, false, null, List.of());
    }

    public static Setting secret(String name, String label, String help) {
      return new Setting(name, label, help, Input.LINE, true, true, null, List.of());
    }

    public static Setting optionalSecret(String name, String label, String help) {
      return new Setting(name, label, help, Input.LINE, false, true, null, List.of());
    }

    public static Setting optional(
        String name, String label, String help, @Nullable String initial) {
      return new Setting(name, label, help, Input.LINE, false, false, initial, List.of());
    }

    public static Setting choice(String name, String label, String help, List<String> choices) {
      return new Setting(
          name, label, help, Input.CHOICE, false, false, choices.getFirst(), choices);
    }

    /** The same setting, asked for with something else. */
    public Setting as(Input other) {
      return new Setting(name, label, help, other, required, secret, initial, choices);
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
    terms = List.copyOf(terms);
    limits = List.copyOf(limits);
  }

  /** The setting of that name, if it has one. */
  public @Nullable Setting setting(String name) {
    return settings.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
  }
}
