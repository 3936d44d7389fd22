package rapport.integrations.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import rapport.contracts.IntegrationEvent;
import rapport.contracts.IntegrationEvent.RecordDeleted;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells whether two arrivals of a record say the same, whatever their versions. */
final class RecordDigest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static final String DELETED = "deleted";

  private RecordDigest() {}

  static String of(IntegrationEvent event) {
    if (event instanceof RecordDeleted) {
      return DELETED;
    }
    ObjectNode said = JSON.valueToTree(event);
    if (said.get("source") instanceof ObjectNode source) {
      source.remove("version");
    }
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(said));
      return event.getClass().getSimpleName() + ":" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java knows SHA-256", e);
    }
  }
}
