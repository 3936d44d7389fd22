package rapport.standalone.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Has a made-up workspace loaded by a process of its own, which ends with it. Rapport runs on
 * whether or not that comes to its end.
 */
record SampleLoad(
    Path home,
    Options options,
    Map<String, String> environment,
    Administrator administrator,
    Progress progress) {

  void run(DataDirectory data) throws IOException, InterruptedException {
    if (Files.exists(data.path("sample.loaded"))) {
      progress.say("The sample workspace was loaded before; nothing was added.");
      return;
    }
    progress.say(
        "Loading a made-up company of %d accounts ...".formatted(options.sampleAccounts()));
    var builder = new ProcessBuilder(command()).redirectErrorStream(true);
    administrator
        .login()
        .ifPresent(login -> {
          builder.environment().put("RAPPORT_ADMIN_EMAIL", login.email());
          login
              .password()
              .or(() -> java.util.Optional.ofNullable(environment.get("RAPPORT_ADMIN_PASSWORD")))
              .ifPresent(it -> builder.environment().put("RAPPORT_ADMIN_PASSWORD", it));
        });
    var loading = builder.start();
    var stop = new Thread(loading::destroy, "stop-sample");
    Runtime.getRuntime().addShutdownHook(stop);
    try (var said = loading.inputReader(StandardCharsets.UTF_8)) {
      said.lines().forEach(progress::say);
    }
    var _ = loading.waitFor();
  }

  private List<String> command() {
    var built = home.resolve("deploy").resolve("standalone").resolve("target");
    return List.of(
        Program.java().toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Xmx128m",
        "-cp",
        built.resolve("standalone.jar") + File.pathSeparator + built.resolve("lib") + "/*",
        "rapport.standalone.sample.SampleMain",
        options.address(),
        options.dataDirectory().toString(),
        Integer.toString(options.sampleSeed()),
        Integer.toString(options.sampleAccounts()));
  }
}
