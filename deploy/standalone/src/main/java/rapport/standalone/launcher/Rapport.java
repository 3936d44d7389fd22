package rapport.standalone.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Looks after the data of a Rapport on this machine: {@code deploy/rapport --help}. */
public final class Rapport {

  private static final int FAILED = 1;

  private Rapport() {}

  /**
   * @param args the command and its options; the project's root comes in the system property {@code
   *     rapport.home}
   */
  public static void main(String[] args) {
    var home = Path.of(System.getProperty("rapport.home", "")).toAbsolutePath();
    var progress = new Progress(System.out, false);
    try {
      var asked = CommandLine.parse(List.of(args), System.getenv(), home);
      System.exit(run(asked, progress) ? 0 : FAILED);
    } catch (UserError e) {
      progress.say(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      progress.say("It did not work: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.exit(FAILED);
  }

  private static boolean run(CommandLine asked, Progress progress)
      throws IOException, InterruptedException {
    return switch (asked.command()) {
      case "backup" -> {
        new Backup(asked.data()).write(asked.required(), Instant.now());
        progress.say("%s is written. Keep it safe: keys are in it.".formatted(asked.required()));
        yield true;
      }
      case "restore" -> {
        new Restore(asked.required()).into(asked.data(), asked.replace());
        progress.say("%s is as it was when the backup was made.".formatted(asked.data()));
        progress.say("Start it with deploy/up, then publish again what its new broker lacks:");
        progress.say("deploy/rapport reconcile --days 36500");
        yield true;
      }
      case "reconcile" -> new Reconciliation(Operator.of(asked.data()), progress).run(asked.days());
      case "rebuild" -> {
        var rebuilding = new Rebuilding(Operator.of(asked.data()), progress);
        yield asked.word() == null ? rebuilding.list() : rebuilding.run(asked.word());
      }
      case "rotate-keys" -> new KeyRotation(Operator.of(asked.data()), progress).run();
      default ->
          throw new UserError(
              "There is no command %s. See deploy/rapport --help.".formatted(asked.command()));
    };
  }
}
