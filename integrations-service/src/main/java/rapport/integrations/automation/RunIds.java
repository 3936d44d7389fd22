package rapport.integrations.automation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import rapport.contracts.AutomationEvent.Subject;

/** Ids that are the same whenever the same thing is decided again. */
public final class RunIds {

  private static final int BYTES = 16;

  private RunIds() {}

  /** Of the run of an automation for a subject, begun by that event. */
  public static String run(
      String workspace, String workflow, int version, Subject subject, String episode) {
    var name =
        String.join(
            "\n", workspace, workflow + "@" + version, subject.type(), subject.id(), episode);
    return "r-" + digest(name);
  }

  /** Of what a step of a run makes. */
  public static String made(String run, int step) {
    return "t-" + digest(run + "\n" + step);
  }

  private static String digest(String name) {
    try {
      var bytes =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
