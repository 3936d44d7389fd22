package rapport.gateway.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import rapport.gateway.widget.DemoKey;
import reactor.core.publisher.Mono;

/**
 * {@code /demo} and the pages beside it, with the widget of the workspace's own key; without such a
 * key they say so. {@code ?lang=de} has the chat speak German. Not there when the demo is switched
 * off.
 */
@Configuration(proxyBeanMethods = false)
class DemoPages {
  private static final Set<String> PAGES = Set.of("index", "pricing", "integrations");
  private static final Set<String> LANGUAGES = Set.of("en", "de", "es", "ar");
  private static final String PLACE = "{{widget}}";
  private static final String NO_KEY =
      "<p class=\"note\">The chat is not here: the widget key of the demo is disabled.</p>";

  private final DemoKey key;
  private final Map<String, String> pages =
      PAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), DemoPages::read));

  DemoPages(DemoKey key) {
    this.key = key;
  }

  @Bean
  RouterFunction<ServerResponse> demo() {
    return RouterFunctions.route(RequestPredicates.GET("/demo"), request -> page("index", request))
        .andRoute(
            RequestPredicates.GET("/demo/{page:[a-z]+}"),
            request -> page(request.pathVariable("page"), request));
  }

  private Mono<ServerResponse> page(String name, ServerRequest request) {
    String page = pages.get(name);
    if (page == null || !key.wanted()) {
      return ServerResponse.notFound().build();
    }
    String locale = request.queryParam("lang").filter(LANGUAGES::contains).orElse("");
    return key.id()
        .map(id -> script(id, locale))
        .defaultIfEmpty(NO_KEY)
        .flatMap(widget ->
            ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .bodyValue(page.replace(PLACE, widget)));
  }

  private static String script(String id, String locale) {
    String spoken = locale.isEmpty() ? "" : " data-locale=\"" + locale + "\"";
    return "<script src=\"/widget.js\" data-key=\"" + id + "\"" + spoken + " defer></script>";
  }

  private static String read(String name) {
    try {
      return new ClassPathResource("demo/" + name + ".html")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
