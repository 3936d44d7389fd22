package rapport.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in the log what took long, by its shape: no value that somebody stored is in it. */
final class SlowCommands {

  private static final Logger log = LoggerFactory.getLogger(SlowCommands.class);
  private static final Duration LONG = Duration.ofSeconds(2);

  private SlowCommands() {}

  static void tell(String database, String name, Document command, Duration took) {
    if (took.compareTo(LONG) >= 0) {
      log.warn(
          "{} of {}.{} took {} ms: filter {}, sort {}",
          name,
          database,
          command.get(name) instanceof String collection ? collection : command.get("collection"),
          took.toMillis(),
          shape(command.get("filter")),
          shape(command.get("sort")));
    }
  }

  /** Names and operators alone: {@code {at: {$gte: _}}}. */
  static String shape(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + shape(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Collection<?> all when all.stream().anyMatch(Map.class::isInstance) ->
          all.stream().map(SlowCommands::shape).collect(Collectors.joining(", ", "[", "]"));
      case null, default -> "_";
    };
  }
}
