package rapport.lead;

import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of answers as JSON. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static JsonNode read(ResponseSpec answer) {
    var body = answer.expectBody().returnResult().getResponseBody();
    return MAPPER.readTree(body == null ? new byte[0] : body);
  }
}
