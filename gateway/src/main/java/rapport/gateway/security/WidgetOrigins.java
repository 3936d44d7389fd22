package rapport.gateway.security;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.WebFilter;
import rapport.gateway.FilterOrder;

/**
 * The widget lives on other people's pages, so its endpoints may be called from any. They take no
 * cookie; which origins a widget key is good for is the conversation service's to decide.
 */
@Configuration(proxyBeanMethods = false)
class WidgetOrigins {
  private static final Duration REMEMBERED = Duration.ofHours(1);

  @Bean
  @Order(FilterOrder.WIDGET_ORIGINS)
  WebFilter widgetCors() {
    var anywhere = new CorsConfiguration();
    anywhere.setAllowedOrigins(List.of(CorsConfiguration.ALL));
    anywhere.setAllowedMethods(List.of("GET", "POST", "PATCH", "DELETE"));
    anywhere.setAllowedHeaders(
        List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            "Last-Event-ID",
            "traceparent",
            RequestId.HEADER));
    anywhere.setExposedHeaders(List.of(HttpHeaders.RETRY_AFTER, RequestId.HEADER));
    anywhere.setMaxAge(REMEMBERED);
    var paths = new UrlBasedCorsConfigurationSource();
    paths.registerCorsConfiguration("/api/v1/widget/**", anywhere);
    return new CorsWebFilter(paths);
  }
}
