package rapport.standalone.launcher;

import java.util.Locale;

/** What the person at the keyboard is told once everything runs, or does not. */
record StartReport(Options options, Administrator administrator, Progress progress) {

  void ready(Supervisor supervisor, double seconds) {
    progress.say("");
    progress.say(
        String.format(
            Locale.ROOT, "Rapport is ready after %.1f s: %s", seconds, options.address()));
    login();
    var memory =
        supervisor.children().stream()
            .flatMap(child -> child.handle().stream())
            .flatMap(handle -> Memory.of(handle.pid()).stream())
            .reduce(Memory.NONE, Memory::plus);
    progress.say(
        "  memory:   %s, %d processes"
            .formatted(memory.megabytes().strip(), supervisor.children().size()));
    progress.say("  logs:     %s".formatted(options.dataDirectory().resolve("logs")));
    if (options.simulators() > 0) {
      progress.say(
          "  simulated systems, and what to type to connect them: %s"
              .formatted(options.dataDirectory().resolve("logs").resolve("simulators.log")));
    }
    progress.say("  to stop:  Ctrl-C here, or deploy/down");
    progress.say("");
  }

  void failed(Child child) {
    var name = child.spec().name();
    progress.say("");
    progress.say("%s could not be started. The end of its log:".formatted(name));
    child.tail().forEach(line -> progress.say("    " + line));
    progress.say(
        "All of it: %s".formatted(options.dataDirectory().resolve("logs").resolve(name + ".log")));
    login(); // the gateway says the password only once, even when another process then fails
  }

  private void login() {
    administrator
        .login()
        .ifPresent(login -> {
          progress.say("  sign in:  %s".formatted(login.email()));
          login
              .password()
              .ifPresent(
                  each -> progress.say("  password: %s   (shown this once)".formatted(each)));
        });
  }
}
