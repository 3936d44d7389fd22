package rapport.profile.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import rapport.profile.consent.ConsentEntry;
import rapport.profile.consent.ConsentPolicy;

/**
 * What others say of a person, apart from what colleagues decided about that very person.
 *
 * @param claims of their talks, and of those who were merged into them
 * @param concluded claims of opinions, which nobody made who was asked
 * @param conversations of theirs, in the order in which they began
 * @param consents given in their talks, and recorded of those who were merged into them
 * @param policy of the workspace
 */
public record Material(
    List<Claim> claims,
    List<Claim> concluded,
    List<String> conversations,
    List<ConsentEntry> consents,
    ConsentPolicy policy) {

  public Material {
    claims = List.copyOf(claims);
    concluded = List.copyOf(concluded);
    conversations = List.copyOf(conversations);
    consents = List.copyOf(consents);
  }

  /**
   * @param talks of the person and of those merged into them, in any order
   * @param absorbed those who were merged into them, directly or not
   */
  public static Material of(
      Collection<Talk> talks,
      Collection<Opinion> opinions,
      Collection<Person> absorbed,
      ConsentPolicy policy) {
    var claims = new ArrayList<Claim>();
    talks.forEach(talk -> claims.addAll(talk.claims()));
    absorbed.forEach(person -> person.decided().forEach(claims::add));
    var consents = new ArrayList<ConsentEntry>();
    talks.forEach(talk -> consents.addAll(talk.consents()));
    absorbed.forEach(person -> consents.addAll(person.consents()));
    return new Material(
        claims,
        opinions.stream().flatMap(opinion -> opinion.claims().stream()).toList(),
        begun(talks).map(Talk::conversation).toList(),
        consents,
        policy);
  }

  /** All that is said of two people, and what is decided about the other one. */
  public static Material both(Material survivor, Material other, Person decided) {
    return new Material(
        both(both(survivor.claims(), other.claims()), decided.decided().toList()),
        both(survivor.concluded(), other.concluded()),
        both(survivor.conversations(), other.conversations()),
        both(both(survivor.consents(), other.consents()), decided.consents()),
        survivor.policy());
  }

  private static <T> List<T> both(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static Stream<Talk> begun(Collection<Talk> talks) {
    return talks.stream()
        .filter(talk -> talk.startedAt() != null)
        .sorted(
            Comparator.comparing((Talk talk) -> talk.startedAt())
                .thenComparing(Talk::conversation));
  }
}
