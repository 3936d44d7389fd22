package rapport.lead;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springdoc.core.utils.SpringDocUtils;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceTokens;
import rapport.testkit.ApiDescription;

class OpenApiIT extends RunningService {

  @BeforeAll
  static void prepare() {
    ApiDescription.prepare();
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Test
  void the_api_is_described_as_it_is() throws IOException, InterruptedException {
    ApiDescription.isCommitted(
        port, ServiceTokens.HEADER, TestCallers.user(tokens, workspace, Role.VIEWER));
  }
}
