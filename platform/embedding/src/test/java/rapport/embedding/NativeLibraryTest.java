package rapport.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ONNX Runtime 1.29 and later are built with a client that reports to its maker. */
class NativeLibraryTest {

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
