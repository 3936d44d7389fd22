package rapport.profile;

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
public class TestCallers {

  private static final String SERVICE = "profile-service";

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
  public static String viewer(ServiceTokens tokens, String workspace) {
    return user(tokens, workspace, Role.VIEWER);
  }

  public static String user(ServiceTokens tokens, String workspace, Role role) {
    return tokens.mint(new Caller(workspace, "user-1", "Ada", Set.of(role), Kind.USER), SERVICE);
  }

  public static String visitor(ServiceTokens tokens, String workspace) {
    return tokens.mint(new Caller(workspace, "visitor-1", "", Set.of(), Kind.VISITOR), SERVICE);
  }
}
