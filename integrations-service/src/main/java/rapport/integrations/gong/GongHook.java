package rapport.integrations.gong;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.HookAnswer;
import rapport.integrations.connector.HookRequest;
import rapport.integrations.signature.Checked;
import rapport.integrations.signature.SignedJwt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Requests of Gong's automation rules, which tell of calls. */
final class GongHook {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private GongHook() {}

  static HookAnswer check(Access access, HookRequest request, Instant now) {
    var key = access.setting(GongDescription.HOOK_KEY);
    if (key.isEmpty()) {
      return new HookAnswer.Refused(
          "no-public-key", "The connection has no public key to know Gong by.");
    }
    try {
      var checked =
          SignedJwt.check(
              SignedJwt.key(key.get()), request.headers(), request.path(), request.body(), now);
      return checked == Checked.GENUINE
          ? read(request)
          : new HookAnswer.Refused(checked.code(), checked.detail());
    } catch (IllegalArgumentException _) {
      return new HookAnswer.Refused("no-public-key", "The key to know Gong by is no RSA key.");
    }
  }

  /** Gong numbers no tellings: the same words are the same telling, and another one is another. */
  private static HookAnswer read(HookRequest request) {
    try {
      var isOfCall = !call(request.text()).isEmpty();
      return isOfCall
          ? new HookAnswer.News(hash(request.body()), request.text(), "")
          : new HookAnswer.Ignored();
    } catch (JacksonException _) {
      return new HookAnswer.Refused("malformed-json", "The body is no JSON.");
    }
  }

  /** The id of the call it tells of; empty when it only tries the address. */
  static String call(String body) {
    var told = JSON.readTree(body);
    return told.path("isTest").asBoolean(false)
        ? ""
        : told.path("callData").path("metaData").path("id").asString("");
  }

  private static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java knows SHA-256", e);
    }
  }
}
