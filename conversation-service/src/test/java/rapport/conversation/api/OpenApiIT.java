package rapport.conversation.api;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springdoc.core.utils.SpringDocUtils;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Caller.Kind;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceTokens;
import rapport.testkit.ApiDescription;

class OpenApiIT extends ConversationServiceSetting {

  @BeforeAll
  static void prepare() {
    ApiDescription.prepare();
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Test
  void the_api_is_described_as_it_is() throws IOException, InterruptedException {
    var caller = new Caller(workspace, "user-1", "Ada", Set.of(Role.VIEWER), Kind.USER);
    ApiDescription.isCommitted(
        port, ServiceTokens.HEADER, tokens.mint(caller, "conversation-service"));
  }
}
