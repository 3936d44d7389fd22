package rapport.gateway;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springdoc.core.utils.SpringDocUtils;
import rapport.runtime.identity.Caller;
import rapport.testkit.ApiDescription;

class OpenApiTest {

  @BeforeAll
  static void prepare() {
    ApiDescription.prepare();
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Test
  void the_api_is_described_as_it_is() throws IOException, InterruptedException {
    ApiDescription.isCommitted(RunningGateway.shared().port());
  }
}
