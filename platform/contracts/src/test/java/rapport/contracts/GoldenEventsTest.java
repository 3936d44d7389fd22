package rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What lies on the topics, byte for byte: readers we will never meet depend on it. */
class GoldenEventsTest {

  static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TestFactory
  Stream<DynamicTest> every_event_is_written_as_promised() {
    return Catalogs.ALL.stream().flatMap(GoldenEventsTest::goldenOf);
  }

  @TestFactory
  Stream<DynamicTest> every_event_is_read_back_as_it_was() {
    return Catalogs.ALL.stream().flatMap(GoldenEventsTest::roundTripOf);
  }

  @Test
  void no_promise_is_kept_for_an_event_that_is_gone() {
    assertThat(Committed.namesIn(GOLDEN)).isEqualTo(names());
  }

  private static <E> Stream<DynamicTest> goldenOf(EventCatalog<E> catalog) {
    var codec = new EventCodec<>(catalog);
    return catalog.types().entrySet().stream()
        .map(type ->
            DynamicTest.dynamicTest(
                type.getKey(),
                () -> {
                  var message = codec.encode(Samples.<E>of(type.getValue()));
                  var golden = new LinkedHashMap<String, Object>();
                  golden.put("topic", message.topic());
                  golden.put("key", message.key());
                  golden.put("headers", message.headers());
                  golden.put("value", Committed.JSON.readTree(message.value()));
                  Committed.compareJson(GOLDEN.resolve(type.getKey() + ".json"), golden);
                }));
  }

  private static <E> Stream<DynamicTest> roundTripOf(EventCatalog<E> catalog) {
    var codec = new EventCodec<>(catalog);
    return catalog.types().entrySet().stream()
        .map(type ->
            DynamicTest.dynamicTest(
                type.getKey(),
                () -> {
                  var envelope = Samples.<E>of(type.getValue());
                  assertThat(codec.decode(codec.encode(envelope)))
                      .isEqualTo(new Received.Known<>(envelope));
                }));
  }

  private static Set<String> names() {
    return Catalogs.ALL.stream()
        .flatMap(catalog -> catalog.types().keySet().stream())
        .collect(Collectors.toSet());
  }
}
