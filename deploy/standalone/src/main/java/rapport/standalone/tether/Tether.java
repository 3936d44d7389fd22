package rapport.standalone.tether;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs another main class and leaves, in good order, when standard input ends: the launcher holds
 * the other end of it, so it ends however the launcher does.
 */
public final class Tether {

  private static final int SECONDS_TO_LEAVE = 15;

  private Tether() {}

  /**
   * @param args the main class to run, then its own arguments
   */
  public static void main(String[] args) throws Throwable {
    if (args.length == 0) {
      throw new IllegalArgumentException("name the main class to run");
    }
    Thread.ofPlatform().name("tether").daemon().start(Tether::leaveWhenInputEnds);
    var main = Class.forName(args[0]).getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void leaveWhenInputEnds() {
    try {
      while (System.in.read() >= 0) {
        // nothing is ever sent
      }
    } catch (IOException e) {
      System.err.println("the launcher is out of reach: " + e);
    }
    Thread.ofPlatform().name("tether-end").daemon().start(Tether::leaveAnyway);
    System.exit(0);
  }

  /** A shutdown that hangs must not keep the process, its port and its files. */
  private static void leaveAnyway() {
    try {
      if (!new CountDownLatch(1).await(SECONDS_TO_LEAVE, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(1);
      }
    } catch (InterruptedException e) {
      Runtime.getRuntime().halt(1);
    }
  }
}
