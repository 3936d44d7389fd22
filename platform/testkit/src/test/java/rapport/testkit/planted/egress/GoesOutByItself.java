package rapport.testkit.planted.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import org.springframework.web.reactive.function.client.WebClient;

final class GoesOutByItself {

  WebClient bare() {
    return WebClient.create();
  }

  WebClient injected(WebClient.Builder builder) {
    return builder.build();
  }

  HttpClient ofTheJdk() {
    return HttpClient.newHttpClient();
  }

  InputStream oldest(URI uri) throws IOException {
    return uri.toURL().openStream();
  }
}
