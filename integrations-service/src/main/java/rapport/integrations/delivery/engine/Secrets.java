package rapport.integrations.delivery.engine;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import rapport.integrations.delivery.Endpoint;
import rapport.integrations.delivery.Endpoint.Secret;
import rapport.integrations.delivery.store.Endpoints;
import rapport.integrations.secret.SecretVault;
import rapport.integrations.signature.StandardWebhooks;

/** The secrets of webhooks: made here, shown once, kept sealed. */
@Component
public final class Secrets {

  private static final int KEY_BYTES = 32;
  private static final int HINT = 4;
  private static final String BETWEEN = "\n";

  private final SecretVault vault;
  private final SecureRandom random = new SecureRandom();

  public Secrets(SecretVault vault) {
    this.vault = vault;
  }

  /**
   * Secrets of a webhook, sealed.
   *
   * @param fresh the new one, to be shown once
   */
  public record Made(String fresh, String sealed, List<Secret> secrets) {
    public Made {
      secrets = List.copyOf(secrets);
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "Made[" + secrets + "]";
    }
  }

  /** The first secret of a new webhook. */
  public Made first(String workspace, String endpoint) {
    var secret = made();
    return sealed(workspace, endpoint, secret, List.of(secret), List.of(hint(secret)));
  }

  /** One more secret; the newest of before stays valid for a while beside it. */
  public Made rotated(String workspace, Endpoint endpoint, Duration keepOld, Instant now) {
    var secret = made();
    var secrets = new ArrayList<>(List.of(secret));
    var hints = new ArrayList<>(List.of(hint(secret)));
    if (!keepOld.isZero()) {
      secrets.add(open(workspace, endpoint).getFirst());
      hints.add(new Secret(endpoint.secrets().getFirst().hint(), now.plus(keepOld)));
    }
    return sealed(workspace, endpoint.id(), secret, secrets, hints);
  }

  /** Those that are valid, the newest first. */
  List<String> valid(String workspace, Endpoint endpoint, Instant now) {
    return open(workspace, endpoint).subList(0, endpoint.valid(now));
  }

  private List<String> open(String workspace, Endpoint endpoint) {
    return List.of(
        vault.open(workspace, Endpoints.owner(endpoint.id()), endpoint.sealed()).split(BETWEEN));
  }

  private Made sealed(
      String workspace, String endpoint, String fresh, List<String> secrets, List<Secret> hints) {
    var sealed = vault.seal(workspace, Endpoints.owner(endpoint), String.join(BETWEEN, secrets));
    return new Made(fresh, sealed, hints);
  }

  private String made() {
    var key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return StandardWebhooks.secret(key);
  }

  private static Secret hint(String secret) {
    return new Secret(secret.substring(secret.length() - HINT), null);
  }
}
