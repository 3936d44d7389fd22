package rapport.standalone.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What can be set about the store, all through the environment.
 *
 * @param directory {@code RAPPORT_STORE_DIR}: where the data is kept
 * @param bind {@code RAPPORT_STORE_BIND}: address to listen on, 127.0.0.1
 * @param port {@code RAPPORT_STORE_PORT}: 27017; 0 takes a free one
 * @param alwaysForce {@code RAPPORT_STORE_SYNC}: {@code asked} forces the journal to disk for
 *     writes that ask for it ({@code j: true}), {@code always} for every write
 * @param checkpointEvery {@code RAPPORT_STORE_CHECKPOINT_SECONDS}: 2
 * @param checkpointBytes {@code RAPPORT_STORE_CHECKPOINT_MB}: 16, of journal, or of changed pages
 *     in memory
 * @param cacheMegabytes {@code RAPPORT_STORE_CACHE_MB}: 16, of pages kept in memory
 * @param threads {@code RAPPORT_STORE_THREADS}: 32; connections share them
 */
record StoreSettings(
    Path directory,
    String bind,
    int port,
    boolean alwaysForce,
    Duration checkpointEvery,
    long checkpointBytes,
    int cacheMegabytes,
    int threads) {

  static StoreSettings from(Map<String, String> environment) {
    return new StoreSettings(
        Path.of(environment.getOrDefault("RAPPORT_STORE_DIR", "data/store")),
        environment.getOrDefault("RAPPORT_STORE_BIND", "127.0.0.1"),
        number(environment, "RAPPORT_STORE_PORT", 27017, 0, 65535),
        sync(environment.getOrDefault("RAPPORT_STORE_SYNC", "asked")),
        Duration.ofSeconds(number(environment, "RAPPORT_STORE_CHECKPOINT_SECONDS", 2, 1, 3600)),
        number(environment, "RAPPORT_STORE_CHECKPOINT_MB", 16, 1, 1024) * 1024L * 1024L,
        number(environment, "RAPPORT_STORE_CACHE_MB", 16, 1, 4096),
        number(environment, "RAPPORT_STORE_THREADS", 32, 1, 256));
  }

  private static boolean sync(String value) {
    return switch (value) {
      case "asked" -> false;
      case "always" -> true;
      default ->
          throw new IllegalArgumentException("RAPPORT_STORE_SYNC is asked or always, not " + value);
    };
  }

  private static int number(
      Map<String, String> environment, String name, int otherwise, int least, int most) {
    var value = environment.get(name);
    try {
      var number = value == null ? otherwise : Integer.parseInt(value.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is a number, not " + value, e);
    }
    throw new IllegalArgumentException(name + " is from " + least + " to " + most);
  }
}
