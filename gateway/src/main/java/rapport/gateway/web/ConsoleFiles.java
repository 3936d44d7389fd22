package rapport.gateway.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.PathResourceResolver;

/**
 * Serves the files of the built console. One under {@code assets} carries its content's hash in its
 * name and may be kept for ever; every other is asked for anew. Both go out compressed where the
 * build left a compressed one beside them.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleFiles implements WebFluxConfigurer {
  private static final String FOLDER = "classpath:/static/app/";
  private static final Duration FOR_EVER = Duration.ofDays(365);

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    add(registry, "assets/", CacheControl.maxAge(FOR_EVER).cachePublic().immutable());
    add(registry, "", CacheControl.noStore());
  }

  private static void add(ResourceHandlerRegistry registry, String folder, CacheControl kept) {
    registry
        .addResourceHandler("/app/" + folder + "**")
        .addResourceLocations(FOLDER + folder)
        .setCacheControl(kept)
        .resourceChain(true)
        .addResolver(new EncodedResourceResolver())
        .addResolver(new PathResourceResolver());
  }
}
