package rapport.gateway.widget;

import java.util.Set;
import rapport.runtime.identity.Caller;

/**
 * Somebody on a website.
 *
 * @param key the id of the widget key they came by
 * @param id unique in the workspace: {@code v_…} for somebody unknown, {@code u_…} for somebody the
 *     site has vouched for
 */
record Visitor(String workspace, String key, String id) {
  private static final String VOUCHED = "u_";

  boolean isVouchedFor() {
    return id.startsWith(VOUCHED);
  }

  Caller caller() {
    return new Caller(workspace, id, "", Set.of(), Caller.Kind.VISITOR);
  }
}
