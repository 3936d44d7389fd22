package rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Files that are promises: compared with, and written anew by {@code -Dgolden.update=true}. */
final class Committed {

  static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Committed() {}

  /** Fails when the file says something else. */
  static void compare(Path file, String now) {
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, now);
      }
      assertThat(file).as("a promise must be written down; -Dgolden.update=true does it").exists();
      assertThat(now)
          .as("%s is a promise: a breaking change is a .v2 beside it", file)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void compareJson(Path file, Object now) {
    compare(file, JSON.writeValueAsString(now) + "\n");
  }

  /** The names of the files in a folder, without {@code .json}. */
  static Set<String> namesIn(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
