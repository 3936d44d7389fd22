package rapport.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the packaged jar: a start-up cache wants a class path of jars. */
class TrainingIT {

  @TempDir Path directory;
  private Program program;
  private Map<String, String> told;
  private Readiness ready;

  @BeforeEach
  void packagedStore() throws IOException {
    var target = Path.of("target").toAbsolutePath();
    var classPath = new ArrayList<>(List.of(target.resolve("standalone.jar")));
    try (var libraries = Files.list(target.resolve("lib"))) {
      classPath.addAll(libraries.sorted().toList());
    }
    program =
        new Program(
            "store",
            List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"),
            classPath,
            "rapport.standalone.store.StoreMain",
            directory.resolve("apps/store-2-java25.aot"));
    var port = Ports.free(1).getFirst();
    told =
        Map.of(
            "RAPPORT_STORE_DIR", directory.resolve("store").toString(),
            "RAPPORT_STORE_PORT", port.toString());
    ready = new Readiness.Listens(port);
  }

  @Test
  void a_lesson_leaves_a_cache_that_the_next_start_uses() throws Exception {
    var lesson = new Training.Lesson(program, List.of(), told, ready);
    var older = Files.createDirectories(directory.resolve("apps")).resolve("store-1-java25.aot");
    Files.createFile(older);
    assertThat(lesson.isDue()).isTrue();
    assertThat(new Training(directory.resolve("training.log")).run(lesson)).isTrue();
    assertThat(lesson.isDue()).isFalse();
    assertThat(older).doesNotExist();
    assertThat(loadedFromCache()).isTrue();
  }

  @Test
  void a_lesson_that_fails_leaves_nothing() throws Exception {
    var broken = new Training.Lesson(program, List.of("-XX:NoSuchOption"), told, null);
    assertThat(new Training(directory.resolve("training.log")).run(broken)).isFalse();
    assertThat(program.cache()).doesNotExist();
  }

  private boolean loadedFromCache() throws IOException {
    var log = directory.resolve("store.log");
    var command = program.command(Map.of("RAPPORT_JAVA_OPTIONS", "-Xlog:class+load"));
    assertThat(command).contains("-XX:AOTCache=" + program.cache());
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(told);
    var process = builder.start();
    try {
      await().until(ready::holds);
    } finally {
      process.destroy();
      process.onExit().join();
    }
    return Files.readAllLines(log, StandardCharsets.UTF_8).stream()
        .anyMatch(line ->
            line.contains("rapport.standalone.store.StoreMain source: shared objects file"));
  }
}
