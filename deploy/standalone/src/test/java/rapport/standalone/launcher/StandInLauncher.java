package rapport.standalone.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A launcher of stand-ins, to be killed. */
public final class StandInLauncher {

  private StandInLauncher() {}

  /**
   * @param args the directory to use
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var supervisor =
        new StandIns(Path.of(args[0]))
            .supervisor(new Progress(System.out, false), new Administrator());
    if (supervisor.start().isEmpty()) {
      System.out.println("everything is ready");
      new CountDownLatch(1).await();
    }
  }
}
