package rapport.profile.catalogue;

import java.util.Properties;

/** What a person reads for a field or section. */
public final class Labels {

  private final Properties texts;

  Labels(Properties texts) {
    this.texts = texts;
  }

  /** The label of a field; one we have no word for is called by its path. */
  public String of(String path) {
    return texts.getProperty(path, path);
  }

  public String section(String name) {
    return of("section." + name);
  }

  /** Whether there is a word for it. */
  public boolean knows(String path) {
    return texts.containsKey(path);
  }
}
