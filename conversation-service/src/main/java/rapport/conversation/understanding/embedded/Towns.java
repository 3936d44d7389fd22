package rapport.conversation.understanding.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of towns and regions, so that nobody's home is taken for the company they work for. */
final class Towns {

  private static final Set<String> NAMES = read();

  /** Of the many small ones; hardly a company ends like that. */
  private static final Set<String> ENDINGS =
      Set.of(
          "ville", "shire", "burg", "burgh", "borough", "minster", "bury", "ham", "hampton",
          "chester", "cester", "mouth", "wich", "stead", "stadt", "heim", "hausen", "dorf", "furt",
          "ingen", "hofen", "kirchen");

  private Towns() {}

  static boolean has(String name) {
    var plain = name.toLowerCase(Locale.ROOT);
    return NAMES.contains(plain) || ENDINGS.stream().anyMatch(plain::endsWith);
  }

  private static Set<String> read() {
    try (InputStream file = Towns.class.getResourceAsStream("/understanding/towns.txt")) {
      var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(",", -1)))
          .map(name -> name.strip().toLowerCase(Locale.ROOT))
          .filter(name -> !name.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
