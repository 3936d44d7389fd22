package rapport.gateway.widget;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page needs to show the chat. The id is public: it stands in the page. What protects a key
 * is where it may be used from.
 *
 * @param origins where it may be used, see {@link Origins}
 * @param flow the flow its conversations follow
 * @param locale the language conversations begin in; null for the visitor's own
 * @param identityRequired whether only visitors vouched for by the site may chat
 * @param sealedSecret the secret by which the site vouches, sealed; null while there is none
 * @param local whether it was made for the demo pages
 */
record WidgetKey(
    String id,
    String workspace,
    String name,
    List<String> origins,
    String flow,
    @Nullable String locale,
    WidgetTheme theme,
    boolean enabled,
    boolean identityRequired,
    @Nullable String sealedSecret,
    boolean local,
    Instant createdAt) {

  static final String DEFAULT_FLOW = "lead-to-sales";

  WidgetKey {
    origins = List.copyOf(origins);
  }

  @Override
  public String toString() {
    return "WidgetKey[" + workspace + "/" + id + "]";
  }
}
