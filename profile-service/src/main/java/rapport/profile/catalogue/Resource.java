package rapport.profile.catalogue;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Texts on the class path. */
final class Resource {

  private Resource() {}

  static Reader open(String name) {
    var stream = Resource.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }
}
