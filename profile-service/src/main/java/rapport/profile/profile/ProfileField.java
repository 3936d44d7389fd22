package rapport.profile.profile;

/**
 * A field a customer profile can have.
 *
 * @param path such as {@code demographics.age}; without a dot it belongs to the profile itself
 * @param required needed before a profile counts as complete
 */
public record ProfileField(String path, Audience audience, boolean required) {

  /** Which profiles the field belongs to. */
  public enum Audience {
    BOTH,
    B2B,
    B2C
  }

  /** The section, such as {@code demographics}; empty for the profile itself. */
  public String section() {
    return path.substring(0, Math.max(0, path.indexOf('.')));
  }

  /** The name inside its section, such as {@code age}. */
  public String name() {
    return path.substring(path.indexOf('.') + 1);
  }
}
