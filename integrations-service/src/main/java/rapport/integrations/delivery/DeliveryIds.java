package rapport.integrations.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Ids that are the same whenever they are made of the same. */
public final class DeliveryIds {

  private static final int ENOUGH = 32;

  private DeliveryIds() {}

  /** What every destination knows an event by; without full stops. */
  public static String message(String workspace, String topic, String event) {
    return "msg_" + hash(workspace + "\n" + topic + "\n" + event);
  }

  /** The delivery of a message to a destination; there is one of each. */
  public static String delivery(String message, Destination destination) {
    return "d-" + hash(message + "\n" + destination.key());
  }

  private static String hash(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, ENOUGH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java knows SHA-256", e);
    }
  }
}
