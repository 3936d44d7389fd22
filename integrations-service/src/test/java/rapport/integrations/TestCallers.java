package rapport.integrations;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Caller.Kind;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceTokens;
import rapport.testkit.AskedOfStore;

/** Keys of their own for a test, and callers to sign with them. */
@TestConfiguration(proxyBeanMethods = false)
class TestCallers {

  private static final String SERVICE = "integrations-service";

  @Bean
  KeyPair testKeys() throws NoSuchAlgorithmException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  @Bean
  ServiceTokens testTokens(KeyPair keys) {
    return new ServiceTokens(keys.getPrivate(), keys.getPublic(), Clock.systemUTC());
  }

  @Bean
  AskedOfStore askedOfStore() {
    return new AskedOfStore();
  }

  /** A token of somebody who may read in that workspace. */
  static String viewer(ServiceTokens tokens, String workspace) {
    return tokens.mint(
        new Caller(workspace, "user-1", "Ada", Set.of(Role.VIEWER), Kind.USER), SERVICE);
  }
}
