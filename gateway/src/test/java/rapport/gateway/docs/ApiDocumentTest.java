package rapport.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiDocumentTest {
  private static final JsonNode BASE =
      read("{'openapi':'3.1.0','info':{},'components':{'schemas':{'Problem':{}}}}");

  @Test
  void has_the_paths_and_schemas_of_all() {
    var document = merged(service("/api/v1/a", "A", "string"), service("/api/v1/b", "B", "string"));
    assertThat(document.at("/paths").propertyNames()).containsExactly("/api/v1/a", "/api/v1/b");
    assertThat(document.at("/components/schemas").propertyNames())
        .containsExactly("Problem", "A", "B");
    assertThat(document.at("/info/version").asString()).isEqualTo("1.2.3");
  }

  @Test
  void the_same_schema_of_two_services_is_there_once() {
    var document = merged(service("/api/v1/a", "S", "string"), service("/api/v1/b", "S", "string"));
    assertThat(document.at("/components/schemas").propertyNames()).containsExactly("Problem", "S");
  }

  @Test
  void schemas_that_only_share_a_name_are_told_apart() {
    var document = merged(service("/api/v1/a", "S", "string"), service("/api/v1/b", "S", "number"));
    assertThat(document.at("/components/schemas").propertyNames())
        .containsExactly("Problem", "OneS", "TwoS");
    assertThat(document.at("/paths/~1api~1v1~1b/get/responses/200/schema/$ref").asString())
        .isEqualTo("#/components/schemas/TwoS");
  }

  @Test
  void every_operation_may_answer_with_a_problem_and_open_ones_need_no_sign_in() {
    var document = merged(service("/api/v1/status", "A", "x"), service("/api/v1/b", "B", "x"));
    assertThat(document.at("/paths/~1api~1v1~1b/get/responses/default/$ref").asString())
        .isEqualTo("#/components/responses/Problem");
    assertThat(document.at("/paths/~1api~1v1~1status/get/security").isArray()).isTrue();
    assertThat(document.at("/paths/~1api~1v1~1b/get/security").isMissingNode()).isTrue();
  }

  @Test
  void records_are_described_under_the_path_they_are_asked_for() {
    var document =
        merged(
            service("/api/v1/records/{id}/export", "A", "x"),
            service("/api/v1/conversations/{id}", "B", "x"));
    assertThat(document.at("/paths").propertyNames()).contains("/api/v1/conversations/{id}/export");
  }

  @Test
  void one_operation_belongs_to_one_service() {
    var one = service("/api/v1/a", "A", "x");
    assertThatThrownBy(() -> merged(one, one)).hasMessageContaining("get /api/v1/a");
  }

  private static JsonNode merged(JsonNode one, JsonNode two) {
    var services = new TreeMap<>(Map.of("one-service", one, "two-service", two));
    return ApiDocument.merged(BASE, services, "1.2.3");
  }

  private static JsonNode service(String path, String schema, String type) {
    return read(
        """
        {'paths':{'%s':{'get':{'responses':{'200':{'schema':{'$ref':'#/components/schemas/%s'}}}}}},
         'components':{'schemas':{'%s':{'type':'%s'}}}}
        """
            .formatted(path, schema, schema, type));
  }

  private static JsonNode read(String json) {
    return JsonMapper.shared().readTree(json.replace('\'', '"'));
  }
}
