package rapport.embedding;

import ai.onnxruntime.OrtEnvironment;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Loads ONNX Runtime. On Linux its libraries are unpacked into a private folder that is gone as
 * soon as they are loaded: left to itself ONNX Runtime deletes them when the process ends, and a
 * killed one would leave 24 MB behind each time.
 */
final class NativeLibraries {

  private static final String WHERE_TO_LOOK = "onnxruntime.native.path";
  private static final List<String> NAMES = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");

  private static @Nullable OrtEnvironment loaded;

  private NativeLibraries() {}

  /**
   * One environment for the whole process.
   *
   * @throws LinkageError when there is no library for this machine
   */
  static synchronized OrtEnvironment load() throws IOException {
    if (loaded == null) {
      loaded = isLinux() && System.getProperty(WHERE_TO_LOOK) == null ? unpacked() : found();
    }
    return loaded;
  }

  private static OrtEnvironment found() {
    return OrtEnvironment.getEnvironment();
  }

  private static OrtEnvironment unpacked() throws IOException {
    var folder = Files.createTempDirectory("rapport-onnxruntime");
    try {
      for (var name : NAMES) {
        unpack(name, folder);
      }
      System.setProperty(WHERE_TO_LOOK, folder.toString());
      return found();
    } finally {
      System.clearProperty(WHERE_TO_LOOK);
      for (var name : NAMES) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    }
  }

  private static void unpack(String name, Path folder) throws IOException {
    var resource = "native/linux-" + architecture() + '/' + name;
    try (var library = OrtEnvironment.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new FileNotFoundException("ONNX Runtime has no " + resource);
      }
      Files.copy(library, folder.resolve(name));
    }
  }

  private static boolean isLinux() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
  }

  private static String architecture() {
    var name = System.getProperty("os.arch", "");
    return name.equals("amd64") || name.equals("x86_64") ? "x64" : name;
  }
}
