package rapport.profile.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import rapport.profile.record.RecordKind;

/** What a person reads for a field or section of a record. */
public final class Labels {

  private final Properties texts = new Properties();

  /** The English labels of such records, by path; a section's is at {@code section.<name>}. */
  public Labels(RecordKind kind) {
    try (var reader = Resource.open("/labels/" + kind.flow() + ".properties")) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
