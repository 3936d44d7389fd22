package rapport.gateway.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.PathResourceResolver;

/**
 * Serves the files of the chat widget. The launcher, {@code /widget.js}, stands in pages of others
 * under this name for years, so it is looked at again after minutes; it names the version of the
 * panel it wants, so that one may be kept for ever.
 */
@Configuration(proxyBeanMethods = false)
class WidgetFiles implements WebFluxConfigurer {
  private static final CacheControl MINUTES =
      CacheControl.maxAge(Duration.ofMinutes(5))
          .cachePublic()
          .staleWhileRevalidate(Duration.ofDays(1));
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    add(registry, "/{file:widget\\.js}", MINUTES);
    add(registry, "/widget/**", FOR_EVER);
  }

  private static void add(ResourceHandlerRegistry registry, String path, CacheControl kept) {
    registry
        .addResourceHandler(path)
        .addResourceLocations("classpath:/static/widget/")
        .setCacheControl(kept)
        .resourceChain(true)
        .addResolver(new EncodedResourceResolver())
        .addResolver(new PathResourceResolver());
  }
}
