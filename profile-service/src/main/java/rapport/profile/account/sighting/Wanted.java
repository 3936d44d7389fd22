package rapport.profile.account.sighting;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.IntegrationEvent;
import rapport.contracts.IntegrationEvent.InteractionSeen;
import rapport.contracts.IntegrationEvent.Person;
import rapport.contracts.IntegrationEvent.Source;

/** The names of what sightings wait for. */
final class Wanted {

  /** Where people have addresses of their own, so that they say nothing of a company. */
  private static final Set<String> ANYBODYS =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "outlook.com",
          "hotmail.com",
          "live.com",
          "yahoo.com",
          "icloud.com",
          "me.com",
          "aol.com",
          "gmx.de",
          "gmx.net",
          "web.de",
          "proton.me",
          "protonmail.com");

  private static final Pattern HOST =
      Pattern.compile("(?:@|://(?:www\\.)?)([a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,24})");
  private static final int MOST = 20;

  private Wanted() {}

  static String record(Source from, String object, String record) {
    return "record:" + IntegrationEvent.streamOf(from.connection(), object, record);
  }

  static String stream(String stream) {
    return "record:" + stream;
  }

  static String domain(String domain) {
    return "domain:" + domain;
  }

  static String address(String email) {
    return "address:" + email.toLowerCase(Locale.ROOT);
  }

  /** The company's domain of an address; none of those that anybody may have. */
  static @Nullable String domainOf(@Nullable String email) {
    if (email == null || email.indexOf('@') < 1) {
      return null;
    }
    var domain = email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    return domain.isEmpty() || ANYBODYS.contains(domain) ? null : domain;
  }

  /** The addresses of those in a talk that are not ours. */
  static List<String> addresses(InteractionSeen talk) {
    return talk.participants().stream()
        .filter(person -> !person.side().equals("ours"))
        .map(Person::email)
        .flatMap(Stream::ofNullable)
        .map(email -> email.toLowerCase(Locale.ROOT))
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** The companies a talk names by their domains, among ourselves. */
  static List<String> named(InteractionSeen talk) {
    var said = (talk.subject() + "\n" + talk.text()).toLowerCase(Locale.ROOT);
    var ours =
        talk.participants().stream()
            .filter(person -> person.side().equals("ours"))
            .map(person -> domainOf(person.email()))
            .flatMap(Stream::ofNullable)
            .toList();
    return HOST.matcher(said)
        .results()
        .map(found -> found.group(1))
        .filter(domain -> !ANYBODYS.contains(domain) && !ours.contains(domain))
        .distinct()
        .limit(MOST)
        .toList();
  }
}
