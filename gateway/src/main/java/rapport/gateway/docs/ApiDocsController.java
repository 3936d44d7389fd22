package rapport.gateway.docs;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.runtime.identity.AllowAnyone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be asked of Rapport, for programs and for people. */
@RestController
final class ApiDocsController {
  private static final List<String> DESCRIBED =
      List.of(
          "gateway",
          "conversation-service",
          "profile-service",
          "lead-intelligence-service",
          "health-score-service",
          "integrations-service");

  private final byte[] document;
  private final Resource page = new ClassPathResource("docs/api.html");

  ApiDocsController(JsonMapper json, ObjectProvider<BuildProperties> build) throws IOException {
    var services = new TreeMap<String, JsonNode>();
    for (String name : DESCRIBED) {
      services.put(name, read(json, "openapi/" + name + "/openapi.json"));
    }
    String version =
        Optional.ofNullable(build.getIfAvailable())
            .map(BuildProperties::getVersion)
            .orElse("development");
    this.document =
        ApiDocument.bytes(ApiDocument.merged(read(json, "docs/base.json"), services, version));
  }

  private static JsonNode read(JsonMapper json, String resource) throws IOException {
    try (var stream = new ClassPathResource(resource).getInputStream()) {
      return json.readTree(stream);
    }
  }

  /** The whole HTTP API as one OpenAPI 3.1 document, whichever services are up. */
  @AllowAnyone
  @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] openapi() {
    return document;
  }

  /** The same as a page, on which everything can be tried. */
  @AllowAnyone
  @GetMapping(path = "/api/docs", produces = MediaType.TEXT_HTML_VALUE)
  Resource docs() {
    return page;
  }
}
