package rapport.standalone.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops a running Rapport, wherever it was started. */
public final class Down {

  private static final Duration WITHIN = Duration.ofSeconds(60);

  private Down() {}

  /**
   * @param args {@code --data-dir DIR}; see {@code deploy/down --help}
   */
  public static void main(String[] args) throws InterruptedException {
    var home = Path.of(System.getProperty("rapport.home", "")).toAbsolutePath();
    try {
      System.exit(stop(Options.parse(List.of(args), System.getenv(), home).dataDirectory()));
    } catch (UserError e) {
      System.out.println(e.getMessage());
      System.exit(1);
    }
  }

  private static int stop(Path directory) throws InterruptedException {
    var holder =
        DataDirectory.isHeld(directory)
            ? DataDirectory.holder(directory)
            : Optional.<DataDirectory.Holder>empty();
    var process = holder.flatMap(found -> ProcessHandle.of(found.pid()));
    if (process.isEmpty()) {
      System.out.println("Rapport is not running in " + directory + ".");
      return 0;
    }
    process.get().destroy();
    try {
      process.get().onExit().get(WITHIN.toSeconds(), TimeUnit.SECONDS);
      System.out.println("Rapport has stopped.");
      return 0;
    } catch (TimeoutException e) {
      process.get().destroyForcibly();
      System.out.println(
          "Rapport did not stop within " + WITHIN.toSeconds() + " s and was ended by force.");
      return 1;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
