package rapport.profile.person;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rapport.contracts.FieldValue;
import rapport.contracts.FieldValue.Num;
import rapport.contracts.FieldValue.Tags;
import rapport.contracts.PersonState.Leaf;

/** Which of all claims count. The order they are given in makes no difference. */
final class Leaves {

  private Leaves() {}

  /** What a reader sees, in the order of the fields; claims of unknown paths are passed over. */
  static Map<String, Leaf> of(Collection<Claim> claims) {
    return of(claims, true);
  }

  /**
   * The same.
   *
   * @param concluding whether what follows from the claims is seen, too
   */
  static Map<String, Leaf> of(Collection<Claim> claims, boolean concluding) {
    var all = new ArrayList<>(claims);
    if (concluding) {
      all.addAll(Inference.from(chosen(claims)));
    }
    var leaves = new LinkedHashMap<String, Leaf>();
    chosen(all).forEach((path, claim) -> claim.leaf().ifPresent(leaf -> leaves.put(path, leaf)));
    return leaves;
  }

  private static Map<String, Claim> chosen(Collection<Claim> claims) {
    var byPath = claims.stream().collect(Collectors.groupingBy(Claim::path));
    var chosen = new LinkedHashMap<String, Claim>();
    PersonFields.byPath()
        .forEach((path, field) -> {
          var here = byPath.get(path);
          if (here != null) {
            chosen.put(path, chosen(field, here.stream().sorted(Claim.BY_WEIGHT).toList()));
          }
        });
    return chosen;
  }

  private static Claim chosen(PersonField field, List<Claim> lightestFirst) {
    var best = lightestFirst.getLast();
    return switch (field.gathering()) {
      case BEST -> best;
      case UNION -> best.standing().compareTo(Standing.STATED) > 0 ? best : union(lightestFirst);
      case SUM -> best.with(sum(lightestFirst));
      case EARLIEST -> lightestFirst.stream().min(comparing(Claim::at)).orElseThrow();
      case LATEST -> lightestFirst.stream().max(comparing(Claim::at)).orElseThrow();
    };
  }

  /** In the order they were said first. */
  private static Claim union(List<Claim> lightestFirst) {
    var best = lightestFirst.getLast();
    var tags = new LinkedHashSet<String>();
    lightestFirst.stream()
        .filter(claim -> claim.standing() == best.standing())
        .sorted(comparing(Claim::at).thenComparing(Claim.BY_WEIGHT))
        .forEach(claim -> {
          if (claim.value() instanceof Tags(var some)) {
            tags.addAll(some);
          }
        });
    return best.with(new Tags(List.copyOf(tags)));
  }

  private static FieldValue sum(List<Claim> claims) {
    return new Num(
        claims.stream()
            .map(claim -> claim.value() instanceof Num(var number) ? number : BigDecimal.ZERO)
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
