package rapport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiDescriptionTest {
  private final String described =
      ApiDescription.tidied(
          """
          {"servers": [{"url": "http://127.0.0.1:4711"}], "info": {"version": "v0"},
           "paths": {
             "/internal/quarantine": {"get": {"tags": ["quarantine-controller"], "operationId": "all"}},
             "/b": {},
             "/a": {"get": {
               "tags": ["funnel-controller"], "operationId": "list",
               "summary": "All of it.", "description": "All of it.",
               "responses": {"200": {
                 "description": "Many\\n <code>things</code>, {@link Step Steps}",
                 "content": {"*/*": {"schema": {"$ref": "#/components/schemas/Used"}}}}}}}},
           "components": {"schemas": {
             "Used": {"properties": {"part": {"$ref": "#/components/schemas/Part"}}},
             "Part": {"type": "string"},
             "Unused": {"type": "string"}}}}
          """);

  @Test
  void leaves_out_what_differs_from_run_to_run_and_sorts_the_rest() {
    assertThat(described).doesNotContain("4711", "v0").matches("(?s).*\"/a\".*\"/b\".*");
  }

  @Test
  void leaves_out_what_is_not_for_callers_from_outside() {
    assertThat(described).doesNotContain("internal", "quarantine", "Unused");
    assertThat(described).contains("\"Used\" :", "\"Part\" :");
  }

  @Test
  void names_operations_after_what_they_are_about() {
    assertThat(described)
        .contains("\"operationId\" : \"funnel.list\"")
        .doesNotContain("controller");
  }

  @Test
  void writes_javadoc_as_markdown() {
    assertThat(described).contains("\"Many `things`, Steps\"").containsOnlyOnce("All of it.");
  }

  @Test
  void an_answer_is_json_unless_it_says_otherwise() {
    assertThat(described).contains("\"application/json\" :").doesNotContain("*/*");
  }
}
