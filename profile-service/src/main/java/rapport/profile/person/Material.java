package rapport.profile.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What others say of a person, apart from what colleagues decided about that very person.
 *
 * @param claims of their talks, of opinions, and of those who were merged into them
 * @param conversations of theirs, in the order in which they began
 */
public record Material(List<Claim> claims, List<String> conversations) {

  public Material {
    claims = List.copyOf(claims);
    conversations = List.copyOf(conversations);
  }

  /**
   * @param talks of the person and of those merged into them, in any order
   * @param absorbed those who were merged into them, directly or not
   */
  public static Material of(
      Collection<Talk> talks, Collection<Opinion> opinions, Collection<Person> absorbed) {
    var claims = new ArrayList<Claim>();
    talks.forEach(talk -> claims.addAll(talk.claims()));
    opinions.forEach(opinion -> claims.addAll(opinion.claims()));
    absorbed.forEach(person -> person.decided().forEach(claims::add));
    return new Material(claims, begun(talks).map(Talk::conversation).toList());
  }

  /** All that is said of two people, and what is decided about the other one. */
  public static Material both(Material survivor, Material other, Person decided) {
    var claims = new ArrayList<>(survivor.claims());
    claims.addAll(other.claims());
    decided.decided().forEach(claims::add);
    var conversations = new ArrayList<>(survivor.conversations());
    conversations.addAll(other.conversations());
    return new Material(claims, conversations);
  }

  private static Stream<Talk> begun(Collection<Talk> talks) {
    return talks.stream()
        .filter(talk -> talk.startedAt() != null)
        .sorted(
            Comparator.comparing((Talk talk) -> talk.startedAt())
                .thenComparing(Talk::conversation));
  }
}
