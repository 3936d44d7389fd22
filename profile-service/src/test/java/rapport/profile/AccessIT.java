package rapport.profile;

import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import rapport.testkit.AccessMatrix;
import rapport.testkit.AskedOfStore;
import rapport.testkit.ServedOperation;

class AccessIT extends ProfileServiceSetting {
  @Autowired KeyPair keys;
  @Autowired AskedOfStore store;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void every_operation_lets_in_whom_the_table_says_and_nobody_else() {
    new AccessMatrix("profile-service", port, keys.getPrivate(), store)
        .holds(ServedOperation.of(requestMappingHandlerMapping));
  }
}
