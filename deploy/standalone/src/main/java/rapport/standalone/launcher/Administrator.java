package rapport.standalone.launcher;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Catches what the gateway says once about the first administrator; no log gets to see it. */
final class Administrator implements Predicate<String> {

  private static final Pattern LINE =
      Pattern.compile("RAPPORT-ADMIN email=(?<email>\\S+)(?: password=(?<password>\\S+))?\\s*");

  private volatile @Nullable Login login;

  /** The e-mail and, the first time, the password. */
  record Login(String email, Optional<String> password) {}

  @Override
  public boolean test(String line) {
    var matcher = LINE.matcher(line);
    if (!matcher.find()) {
      return false;
    }
    login = new Login(matcher.group("email"), Optional.ofNullable(matcher.group("password")));
    return true;
  }

  Optional<Login> login() {
    return Optional.ofNullable(login);
  }
}
