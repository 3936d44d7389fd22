package rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schemas beside the code say what the code does. */
class EventSchemaTest {

  private static final Path SCHEMAS = Path.of("schemas");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @TestFactory
  Stream<DynamicTest> every_schema_is_that_of_the_record() {
    return types().entrySet().stream()
        .map(type ->
            DynamicTest.dynamicTest(
                type.getKey(),
                () ->
                    Committed.compareJson(
                        SCHEMAS.resolve(type.getKey() + ".json"),
                        EventSchema.of(type.getKey(), type.getValue()))));
  }

  @TestFactory
  Stream<DynamicTest> every_golden_event_satisfies_its_schema() {
    return types().keySet().stream()
        .map(name ->
            DynamicTest.dynamicTest(
                name,
                () -> {
                  var golden = GoldenEventsTest.GOLDEN.resolve(name + ".json");
                  var value = Committed.JSON.readTree(Files.readString(golden)).get("value");
                  assertThat(schema(name).validate(value.toString(), InputFormat.JSON)).isEmpty();
                }));
  }

  @Test
  void no_schema_is_kept_for_an_event_that_is_gone() {
    assertThat(Committed.namesIn(SCHEMAS)).isEqualTo(types().keySet());
  }

  @Test
  void a_schema_refuses_what_is_missing_or_of_another_type() throws IOException {
    var schema = schema("rapport.conversation.field-captured.v1");
    var source = "\"source\":{\"by\":\"chat\",\"confidence\":1}";
    assertThat(schema.validate("{\"path\":\"a\",\"value\":1," + source + "}", InputFormat.JSON))
        .isEmpty();
    for (var wrong :
        new String[] {
          "{\"value\":1," + source + "}",
          "{\"path\":7,\"value\":1," + source + "}",
          "{\"path\":\"a\",\"value\":{}," + source + "}",
          "{\"path\":\"a\",\"value\":[1]," + source + "}",
          "{\"path\":\"a\",\"value\":1,\"source\":{\"by\":\"nobody\",\"confidence\":1}}"
        }) {
      assertThat(schema.validate(wrong, InputFormat.JSON)).as(wrong).isNotEmpty();
    }
  }

  private static Schema schema(String name) throws IOException {
    return REGISTRY.getSchema(Files.readString(SCHEMAS.resolve(name + ".json")));
  }

  private static Map<String, Class<?>> types() {
    var types = new TreeMap<String, Class<?>>();
    Catalogs.ALL.forEach(catalog -> types.putAll(catalog.types()));
    return types;
  }
}
