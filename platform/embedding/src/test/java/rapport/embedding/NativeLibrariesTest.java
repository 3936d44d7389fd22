package rapport.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeLibrariesTest {

  @Test
  void leave_nothing_behind_while_the_process_still_runs() throws IOException {
    assertThat(NativeLibraries.load()).isSameAs(NativeLibraries.load());
    try (var maps = Files.lines(Path.of("/proc/self/maps"))) {
      var libraries = maps.filter(line -> line.contains("libonnxruntime.so")).toList();
      assertThat(libraries).allSatisfy(line -> assertThat(line).endsWith("(deleted)"));
    } catch (NoSuchFileException notLinux) {
      assertThat(System.getProperty("os.name")).doesNotContain("Linux");
    }
  }

  /** ONNX Runtime 1.29 and later are built with a client that reports to its maker. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "linux-x64/libonnxruntime.so",
        "linux-aarch64/libonnxruntime.so",
        "osx-aarch64/libonnxruntime.dylib"
      })
  void talks_to_nobody(String library) throws IOException {
    try (var file = OrtEnvironment.class.getResourceAsStream("native/" + library)) {
      var text = new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(text.contains("ORT_DISABLE_TELEMETRY")).isFalse();
      assertThat(text.contains("data.microsoft.com")).isFalse();
    }
  }
}
