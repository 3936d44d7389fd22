package rapport.integrations.connector;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.IntegrationEvent.Person;

/**
 * Tells our people from theirs by the domains of their addresses.
 *
 * @param domains ours, in lower case
 */
public record Sides(Set<String> domains) {

  public Sides {
    domains = Set.copyOf(domains);
  }

  /** As somebody wrote them down, separated by commas, spaces or lines. */
  public static Sides of(String given) {
    return new Sides(
        Arrays.stream(given.toLowerCase(Locale.ROOT).split("[,;\\s]+"))
            .map(domain -> domain.substring(domain.indexOf('@') + 1))
            .filter(domain -> !domain.isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** With the domain of one of our people. */
  public Sides with(@Nullable String address) {
    var domain = domain(address);
    return domain.isEmpty()
        ? this
        : new Sides(
            Stream.concat(domains.stream(), Stream.of(domain))
                .collect(Collectors.toUnmodifiableSet()));
  }

  public Person person(@Nullable String record, @Nullable String name, @Nullable String address) {
    var email = address == null || address.isBlank() ? null : address.toLowerCase(Locale.ROOT);
    return new Person(record, name, email, side(email));
  }

  /** {@code ours}, {@code theirs} or {@code unknown}. */
  public String side(@Nullable String address) {
    var domain = domain(address);
    return domain.isEmpty() || domains.isEmpty()
        ? "unknown"
        : domains.contains(domain) ? "ours" : "theirs";
  }

  private static String domain(@Nullable String address) {
    return address == null || address.indexOf('@') < 1
        ? ""
        : address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether everybody is one of us. */
  public static boolean isInternal(List<Person> people) {
    return !people.isEmpty() && people.stream().allMatch(person -> person.side().equals("ours"));
  }
}
