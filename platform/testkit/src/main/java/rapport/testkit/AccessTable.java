package rapport.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who may ask a module for what, as decided by people: its {@code access.txt}, one operation a
 * line, such as
 *
 * <pre>{@code
 * GET    /api/v1/accounts   users
 * POST   /api/v1/accounts   sales success service
 * DELETE /api/v1/keys/{id}  admin
 * POST   /api/v1/sign-in    anyone
 * }</pre>
 *
 * {@code users} is everybody with a role; an administrator may what any user may.
 */
public final class AccessTable {
  private static final String USERS = "users";
  private static final String ANYONE = "anyone";

  private final Map<String, Set<Asking>> rules = new TreeMap<>();

  private AccessTable() {}

  /** Reads a table; a line that cannot be read is an {@link AssertionError}. */
  public static AccessTable read(Path file) {
    var table = new AccessTable();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          table.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private void add(String line) {
    List<String> words = Arrays.asList(line.strip().split("\\s+"));
    if (words.size() < 3) {
      throw new AssertionError("not method, path and who: " + line);
    }
    String operation = words.get(0) + " " + words.get(1);
    if (rules.put(operation, allowed(words.subList(2, words.size()))) != null) {
      throw new AssertionError("decided twice: " + operation);
    }
  }

  private static Set<Asking> allowed(List<String> words) {
    Set<Asking> allowed = EnumSet.noneOf(Asking.class);
    for (String word : words) {
      switch (word) {
        case ANYONE -> allowed.addAll(EnumSet.allOf(Asking.class));
        case USERS -> allowed.addAll(Asking.USERS);
        default ->
            allowed.add(
                Asking.of(word).orElseThrow(() -> new AssertionError("nobody is a " + word)));
      }
    }
    if (allowed.stream().anyMatch(Asking.USERS::contains)) {
      allowed.add(Asking.ADMIN);
    }
    return allowed;
  }

  /** Method and path of everything decided, in order. */
  public Set<String> operations() {
    return rules.keySet();
  }

  /** Whether nobody has to prove anything for this. */
  public boolean isForAnyone(String operation) {
    return allowed(operation).contains(Asking.NOBODY);
  }

  /** Whether that one, such as {@code visitor} or {@code viewer}, may do this. */
  public boolean allows(String who, String operation) {
    return Asking.of(who).filter(allowed(operation)::contains).isPresent();
  }

  Set<Asking> allowed(String operation) {
    return rules.getOrDefault(operation, Set.of());
  }

  /** As a line of a table tells it. */
  static String told(Set<Asking> allowed) {
    if (allowed.contains(Asking.NOBODY)) {
      return ANYONE;
    }
    List<String> words = new ArrayList<>();
    if (allowed.containsAll(Asking.USERS)) {
      words.add(USERS);
    }
    allowed.stream()
        .filter(asking -> !Asking.USERS.contains(asking) || !words.contains(USERS))
        .filter(asking -> asking != Asking.ADMIN || allowed.stream().noneMatch(AccessTable::isUser))
        .map(Asking::wire)
        .forEach(words::add);
    return words.stream().collect(Collectors.joining(" "));
  }

  private static boolean isUser(Asking asking) {
    return asking != Asking.ADMIN && Asking.USERS.contains(asking);
  }
}
