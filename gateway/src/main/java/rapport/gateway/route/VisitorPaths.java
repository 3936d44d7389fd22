package rapport.gateway.route;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** What visitors of a website may ask for, besides what is open to everybody. */
public final class VisitorPaths {
  private static final List<String> CONVERSATIONS = List.of("api", "v1", "conversations");
  private static final int BEFORE_ID = CONVERSATIONS.size();

  private VisitorPaths() {}

  /** Whether the path is one of a visitor's conversation. */
  public static boolean contain(PathContainer path) {
    List<String> segments = PathKind.segments(path);
    return isConversation(segments) && methodOf(segments) != null;
  }

  /** Whether a visitor may do this. */
  public static boolean permit(HttpMethod method, PathContainer path) {
    List<String> segments = PathKind.segments(path);
    return isConversation(segments) && method.equals(methodOf(segments));
  }

  private static boolean isConversation(List<String> segments) {
    return segments.size() > BEFORE_ID
        && segments.size() <= BEFORE_ID + 2
        && segments.subList(0, BEFORE_ID).equals(CONVERSATIONS);
  }

  private static @Nullable HttpMethod methodOf(List<String> segments) {
    if (segments.size() == BEFORE_ID + 1) {
      return HttpMethod.GET;
    }
    return switch (segments.getLast()) {
      case "messages" -> HttpMethod.POST;
      case "feed" -> HttpMethod.GET;
      default -> null;
    };
  }
}
