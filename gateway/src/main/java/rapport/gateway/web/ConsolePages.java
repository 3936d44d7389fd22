package rapport.gateway.web;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Answers every address inside the console with its one page, because only the console knows which
 * there are. What is named like a file is one, or not there. Whoever gives no more than the host's
 * name is led to the console.
 */
@Configuration(proxyBeanMethods = false)
class ConsolePages {
  private static final URI CONSOLE = URI.create("/app/");
  private static final Resource PAGE = new ClassPathResource("static/app/index.html");

  private static final RequestPredicate DOOR =
      RequestPredicates.GET("/").or(RequestPredicates.GET("/app"));
  private static final RequestPredicate INSIDE =
      RequestPredicates.GET("/app/**")
          .and(RequestPredicates.GET("/app/assets/**").negate())
          .and(request -> !lastSegment(request.path()).contains("."));

  @Bean
  RouterFunction<ServerResponse> console() {
    return RouterFunctions.route(DOOR, _ -> ServerResponse.temporaryRedirect(CONSOLE).build())
        .andRoute(INSIDE, _ -> page());
  }

  private static String lastSegment(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Mono<ServerResponse> page() {
    return ServerResponse.ok()
        .contentType(MediaType.TEXT_HTML)
        .cacheControl(CacheControl.noStore())
        .bodyValue(PAGE);
  }
}
