package rapport.profile.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.contracts.PersonState.Leaf;
import rapport.profile.person.PersonField.Gathering;

/** What would become of the leaves of two people if they were one. */
public final class MergePreview {

  private static final List<String> ORDER =
      PersonFields.all().stream().map(PersonField::path).toList();

  private MergePreview() {}

  /** Whose value a reader would see. */
  public enum Wins {
    HERE,
    THERE,
    /** It is the same, or made of both. */
    BOTH;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One leaf.
   *
   * @param here as the survivor has it
   * @param there as the other one has it
   * @param after as the survivor would have it
   * @param conflict whether both have a value, and one of them would not be seen any more
   */
  public record Merged(
      String path,
      @Nullable Leaf here,
      @Nullable Leaf there,
      @Nullable Leaf after,
      Wins wins,
      boolean conflict) {}

  /**
   * @param material all that is said of both, with what is decided about {@code other}
   */
  public static List<Merged> of(Person survivor, Person other, Material material) {
    var after = survivor.seen(material);
    var paths = new LinkedHashSet<>(survivor.leaves().keySet());
    paths.addAll(other.leaves().keySet());
    var merged = new ArrayList<Merged>();
    paths.stream()
        .sorted(Comparator.comparingInt(ORDER::indexOf))
        .forEach(path ->
            merged.add(
                merged(
                    path,
                    survivor.leaves().get(path),
                    other.leaves().get(path),
                    after.leaves().get(path))));
    return List.copyOf(merged);
  }

  private static Merged merged(
      String path, @Nullable Leaf here, @Nullable Leaf there, @Nullable Leaf after) {
    var same = here != null && there != null && here.value().equals(there.value());
    var wins = same ? Wins.BOTH : wins(here, there, after);
    var chosen = PersonFields.at(path).filter(MergePreview::chooses).isPresent();
    var conflict = chosen && here != null && there != null && !same && wins != Wins.BOTH;
    return new Merged(path, here, there, after, wins, conflict);
  }

  private static boolean chooses(PersonField field) {
    return (field.gathering() == Gathering.BEST && field.editable())
        || field.gathering() == Gathering.UNION;
  }

  private static Wins wins(@Nullable Leaf here, @Nullable Leaf there, @Nullable Leaf after) {
    if (after != null && sees(here, after)) {
      return Wins.HERE;
    }
    return after != null && sees(there, after) ? Wins.THERE : Wins.BOTH;
  }

  private static boolean sees(@Nullable Leaf leaf, Leaf after) {
    return leaf != null && Objects.equals(leaf.value(), after.value());
  }
}
