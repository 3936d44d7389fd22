package rapport.testkit;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Something a service can be asked for.
 *
 * @param path with the names of its variables, and what each may be where that is told
 * @param query what has to be asked for it to be this
 * @param contentType of a body it reads
 */
public record ServedOperation(String method, String path, String query, String contentType) {
  private static final String OURS = "rapport.";

  /** Everything Rapport's own controllers of a service answer, {@code /internal} too. */
  public static List<ServedOperation> of(RequestMappingHandlerMapping handlers) {
    return handlers.getHandlerMethods().entrySet().stream()
        .filter(entry -> isOurs(entry.getValue()))
        .flatMap(entry -> of(entry.getKey()).stream())
        .toList();
  }

  private static boolean isOurs(HandlerMethod handler) {
    return handler.getBeanType().getPackageName().startsWith(OURS);
  }

  private static List<ServedOperation> of(RequestMappingInfo mapping) {
    String contentType =
        mapping.getConsumesCondition().getConsumableMediaTypes().stream()
            .findFirst()
            .map(MediaType::toString)
            .orElse(MediaType.APPLICATION_JSON_VALUE);
    String query =
        mapping.getParamsCondition().getExpressions().stream()
            .map(parameter -> parameter.getName() + "=probe")
            .collect(Collectors.joining("&", "?", ""));
    return mapping.getPatternsCondition().getPatterns().stream()
        .flatMap(pattern ->
            mapping.getMethodsCondition().getMethods().stream()
                .map(method ->
                    new ServedOperation(
                        method.name(), pattern.getPatternString(), query, contentType)))
        .toList();
  }

  /** A body that can be read and says nothing. */
  String body() {
    return contentType.endsWith("json") ? "{}" : "";
  }

  /** Path and query of one such thing: each variable is the first it may be, or else the probe. */
  String addressOf(String workspace, String probe) {
    return path.replace("{workspace}", workspace)
            .replaceAll("\\{\\w+:([\\w-]+)[^/]*}", "$1")
            .replaceAll("\\{[^/]+}", probe)
        + query;
  }

  /** As it is described: with the names of its variables alone. */
  @Override
  public String toString() {
    return method + " " + path.replaceAll("\\{(\\w+):[^/]*}", "{$1}");
  }
}
