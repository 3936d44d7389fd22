package rapport.gateway.route;

import java.util.List;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;

/**
 * What a path asks for. Decided on decoded segments, exactly as routes and controllers are matched,
 * so that no spelling of a path is guarded less than the thing it reaches.
 */
public enum PathKind {
  /** Pages, scripts, pictures. */
  STATIC,
  /** Liveness and readiness, for whoever runs the gateway. */
  PROBE,
  /** Open to everybody: sign-in, the public status, the description of the API. */
  OPEN,
  /** What the chat widget asks for before its visitor has a token; its key is looked at there. */
  WIDGET,
  /** What other systems tell of their own accord; their signatures are looked at by the service. */
  HOOK,
  /** What only an administrator may see of a running gateway. */
  OPERATIONS,
  /** Everything else: needs a signed-in caller. */
  GUARDED;

  /** Where people send what they downloaded elsewhere, which is larger and takes longer. */
  public static final String ARCHIVE = "/api/v1/contacts/linkedin/archive";

  private static final Set<String> DYNAMIC =
      Set.of("api", "genkit", "internal", "actuator", "hooks");
  private static final Set<List<String>> OPEN_PATHS =
      Set.of(
          List.of("api", "v1", "sign-in"),
          List.of("api", "v1", "password-links", "use"),
          List.of("api", "v1", "password-resets"),
          List.of("api", "v1", "status"),
          List.of("api", "openapi.json"),
          List.of("api", "docs"));
  private static final List<String> WAYS_IN = List.of("api", "v1", "sign-in", "providers");
  private static final Set<List<String>> PROBES =
      Set.of(List.of("actuator", "health", "liveness"), List.of("actuator", "health", "readiness"));
  private static final Set<List<String>> WIDGETS =
      Set.of(List.of("api", "v1", "widget", "sessions"), List.of("api", "v1", "widget", "config"));

  public static PathKind of(PathContainer path) {
    List<String> segments = segments(path);
    if (segments.isEmpty() || !DYNAMIC.contains(segments.getFirst())) {
      return STATIC;
    }
    if (OPEN_PATHS.contains(segments) || isWayIn(segments)) {
      return OPEN;
    }
    if (PROBES.contains(segments)) {
      return PROBE;
    }
    if (segments.getFirst().equals("actuator")) {
      return OPERATIONS;
    }
    if (segments.getFirst().equals("hooks")) {
      return HOOK;
    }
    return WIDGETS.contains(segments) ? WIDGET : GUARDED;
  }

  /** Whether a request for it counts against a caller's rate. */
  public boolean isCounted() {
    return switch (this) {
      case STATIC, PROBE -> false;
      case OPEN, WIDGET, HOOK, OPERATIONS, GUARDED -> true;
    };
  }

  /** Whether only a signed-in caller may ask for it. */
  public boolean needsSignIn() {
    return switch (this) {
      case STATIC, PROBE, OPEN, WIDGET, HOOK -> false;
      case OPERATIONS, GUARDED -> true;
    };
  }

  /** Signing in by way of somebody else's sign-in: which there are, there, and back. */
  private static boolean isWayIn(List<String> segments) {
    return segments.size() >= WAYS_IN.size() && segments.subList(0, WAYS_IN.size()).equals(WAYS_IN);
  }

  /** The path's decoded segments. */
  public static List<String> segments(PathContainer path) {
    return path.elements().stream()
        .filter(PathSegment.class::isInstance)
        .map(element -> ((PathSegment) element).valueToMatch())
        .toList();
  }
}
