package rapport.integrations.secret;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The secret settings of a connection as one sealed text. */
@Component
public final class SealedSettings {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final SecretVault vault;

  public SealedSettings(SecretVault vault) {
    this.vault = vault;
  }

  /** Sealed for that connection; empty when there are none. */
  public String seal(String workspace, String connection, Map<String, String> secrets) {
    return secrets.isEmpty()
        ? ""
        : vault.seal(workspace, connection, JSON.writeValueAsString(new TreeMap<>(secrets)));
  }

  /** The secrets again. */
  public Map<String, String> open(String workspace, String connection, String sealed) {
    return JSON.readValue(vault.open(workspace, connection, sealed), TEXTS);
  }
}
