package rapport.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

  @TempDir Path directory;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Progress progress =
      new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), false);
  private final Administrator administrator = new Administrator();
  private Optional<Supervisor> running = Optional.empty();

  @AfterEach
  void stop() {
    running.ifPresent(Supervisor::stop);
  }

  @Test
  void starts_stage_by_stage_and_stops_the_gateway_first() throws IOException {
    var standIns = new StandIns(directory);
    var supervisor = started(standIns);
    assertThat(standIns.happened().getFirst()).isEqualTo("store comes");
    assertThat(standIns.happened())
        .containsExactlyInAnyOrder("store comes", "service comes", "gateway comes");
    supervisor.stop();
    assertThat(standIns.happened().subList(3, 6))
        .containsExactly("gateway goes", "service goes", "store goes");
  }

  @Test
  void a_process_that_dies_is_started_again_where_it_was() throws IOException {
    var standIns = new StandIns(directory);
    var supervisor = started(standIns);
    var service = child(supervisor, "service");
    var killed = service.handle().orElseThrow();
    killed.destroyForcibly();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            service.spec().readiness().holds()
                && service.handle().filter(handle -> !handle.equals(killed)).isPresent());
    assertThat(comings(standIns, "service")).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("service ended (exit code 137)");
  }

  @Test
  void what_the_others_need_does_not_wait_until_they_have_started() throws IOException {
    var standIns = new StandIns(directory);
    var supervisor = started(standIns);
    var store = child(supervisor, "store");
    store.handle().orElseThrow().destroyForcibly();
    await().until(() -> comings(standIns, "store") == 2 && store.spec().readiness().holds());
    store.handle().orElseThrow().destroyForcibly(); // the second time it pauses before it starts
    child(supervisor, "service").handle().orElseThrow().destroyForcibly();
    await().atMost(Duration.ofSeconds(60)).until(() -> comings(standIns, "service") == 2);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(child(supervisor, "service").spec().readiness()::holds);
  }

  @Test
  void a_process_that_cannot_start_is_named_with_its_last_words() throws IOException {
    var broken =
        new ProcessSpec(
            "broken",
            () -> List.of(Program.java().toString(), "-XX:NoSuchOption"),
            Map.of(),
            new Readiness.Listens(1),
            0,
            0);
    var supervisor =
        new Supervisor(
            List.of(broken), directory, progress, 1, Duration.ofSeconds(20), administrator);
    running = Optional.of(supervisor);
    var failed = supervisor.start();
    assertThat(failed).map(child -> child.spec().name()).contains("broken");
    assertThat(failed.orElseThrow().tail()).anyMatch(line -> line.contains("NoSuchOption"));
  }

  @Test
  void the_password_is_heard_but_never_logged() throws IOException {
    started(new StandIns(directory));
    await().until(() -> administrator.login().isPresent());
    for (var name : List.of("store", "service", "gateway")) {
      var log = directory.resolve("logs").resolve(name + ".log");
      await().until(() -> Files.readString(log).contains(name + " says hello"));
      assertThat(log).content().doesNotContain("secret");
    }
  }

  @Test
  void children_end_with_a_launcher_that_was_killed() throws IOException {
    var launcher =
        new ProcessBuilder(
                Program.java().toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StandInLauncher.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("launcher.log").toFile())
            .start();
    var standIns = new StandIns(directory);
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() ->
              Files.readString(directory.resolve("launcher.log")).contains("everything is ready"));
      assertThat(standIns.pids()).hasSize(3).allMatch(SupervisorTest::isAlive);
    } finally {
      launcher.destroyForcibly();
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> standIns.pids().stream().noneMatch(SupervisorTest::isAlive));
    assertThat(standIns.happened()).contains("gateway goes", "service goes", "store goes");
  }

  private Supervisor started(StandIns standIns) throws IOException {
    var supervisor = standIns.supervisor(progress, administrator);
    running = Optional.of(supervisor);
    assertThat(supervisor.start()).as(said.toString(StandardCharsets.UTF_8)).isEmpty();
    return supervisor;
  }

  private static long comings(StandIns standIns, String name) throws IOException {
    return standIns.happened().stream().filter((name + " comes")::equals).count();
  }

  private static Child child(Supervisor supervisor, String name) {
    return supervisor.children().stream()
        .filter(child -> child.spec().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }
}
