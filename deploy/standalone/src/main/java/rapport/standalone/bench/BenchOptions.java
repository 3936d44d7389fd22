package rapport.standalone.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to run.
 *
 * @param base the gateway, or with {@code --direct} the conversation service
 * @param conversations how many in all
 * @param turns messages in each
 * @param concurrent how many at the same time
 * @param dataDirectory of the system, when its processes' CPU time is wanted
 * @param watched conversations whose projection and feed are timed
 */
record BenchOptions(
    URI base,
    String email,
    String password,
    int conversations,
    int turns,
    int concurrent,
    int watched,
    Optional<Path> dataDirectory) {

  static BenchOptions parse(List<String> arguments, Map<String, String> environment) {
    var values = new HashMap<String, String>();
    for (var argument : arguments) {
      var equals = argument.indexOf('=');
      if (!argument.startsWith("--") || equals < 0) {
        throw new IllegalArgumentException("options look like --conversations=200: " + argument);
      }
      values.put(argument.substring(2, equals), argument.substring(equals + 1));
    }
    return new BenchOptions(
        URI.create(values.getOrDefault("base", "http://127.0.0.1:8080")),
        environment.getOrDefault("RAPPORT_ADMIN_EMAIL", "admin@localhost"),
        environment.getOrDefault("RAPPORT_ADMIN_PASSWORD", ""),
        Integer.parseInt(values.getOrDefault("conversations", "200")),
        Integer.parseInt(values.getOrDefault("turns", "25")),
        Integer.parseInt(values.getOrDefault("concurrent", "16")),
        Integer.parseInt(values.getOrDefault("watched", "10")),
        Optional.ofNullable(values.get("data-dir")).map(Path::of));
  }
}
