package rapport.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets tests wait long for what should happen at once, so that a slow or busy machine passes them,
 * too. Awaitility waits this long unless a test says otherwise; JUnit finds this class by itself.
 */
public final class Patience implements LauncherSessionListener {

  /** Long enough for a machine ten times slower. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(PATIENCE);
  }
}
