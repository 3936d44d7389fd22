package rapport.gateway.audit;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import rapport.gateway.audit.AuditEntry.Kind;

/**
 * Which requests are audited: sign-ins, every change, and whatever opens one person, account,
 * record or conversation or takes personal data away. Lists and searches are not.
 *
 * <p>What is said and changed in conversations is not: their log keeps who did it, for good.
 */
final class Audited {
  private static final Set<HttpMethod> CHANGING =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  private static final PathPattern SIGN_IN = pattern("/api/v1/sign-in");
  private static final PathPattern SIGNED_IN_ELSEWHERE =
      pattern("/api/v1/sign-in/providers/{id}/callback");
  private static final List<PathPattern> KEPT_ELSEWHERE =
      patterns("/api/v1/conversations/**", "/genkit/**", "/api/v1/widget/sessions");

  private static final List<PathPattern> PERSONAL =
      patterns(
          "/api/v1/profiles/{id}/**",
          "/api/v1/buying-processes/{id}/**",
          "/api/v1/people/{id}/**",
          "/api/v1/contacts/{id}/**",
          "/api/v1/accounts/{id}/**", // an account shows all of its contacts
          "/api/v1/leads/{id}/**",
          "/api/v1/conversations/{id}/**",
          "/api/v1/audit/export",
          "/api/v1/privacy/archives/{id}/file");

  /** What stands where the id of a person or record would, and is none. */
  private static final Set<String> NOT_ONE =
      Set.of("feed", "fields", "icp", "imports", "model", "scorecard");

  private Audited() {}

  /** What kind of entry the request makes, null for none. */
  static @Nullable Kind kind(ServerHttpRequest request) {
    PathContainer path = request.getPath().pathWithinApplication();
    if (CHANGING.contains(request.getMethod())) {
      if (SIGN_IN.matches(path)) {
        return Kind.SIGN_IN;
      }
      return path.value().startsWith("/api/") && noneMatches(KEPT_ELSEWHERE, path)
          ? Kind.CHANGE
          : null;
    }
    if (!HttpMethod.GET.equals(request.getMethod())) {
      return null;
    }
    if (SIGNED_IN_ELSEWHERE.matches(path)) {
      return Kind.SIGN_IN;
    }
    return isPersonal(path) ? Kind.READ : null;
  }

  private static boolean isPersonal(PathContainer path) {
    return PERSONAL.stream()
        .map(pattern -> pattern.matchAndExtract(path))
        .anyMatch(match -> match != null && !NOT_ONE.contains(idOf(match)));
  }

  private static String idOf(PathPattern.PathMatchInfo match) {
    return match.getUriVariables().getOrDefault("id", "");
  }

  private static boolean noneMatches(List<PathPattern> patterns, PathContainer path) {
    return patterns.stream().noneMatch(pattern -> pattern.matches(path));
  }

  private static List<PathPattern> patterns(String... patterns) {
    return List.of(patterns).stream().map(Audited::pattern).toList();
  }

  private static PathPattern pattern(String pattern) {
    return PathPatternParser.defaultInstance.parse(pattern);
  }
}
