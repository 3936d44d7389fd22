package rapport.profile.person;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.contracts.PersonEvent;
import rapport.contracts.PersonEvent.PersonChanged;
import rapport.contracts.PersonEvent.PersonKnown;
import rapport.contracts.PersonEvent.PersonMerged;
import rapport.contracts.PersonEvent.PersonUnmerged;
import rapport.contracts.PersonState.Leaf;

/**
 * One step of a person: what they are after it, what is told of it, and the lines of history it
 * makes.
 *
 * @param editor the colleague it comes of; none when something was said
 */
public record PersonChange(
    Person after, PersonEvent event, List<Line> lines, @Nullable Editor editor) {

  /** How a change came about. */
  public enum Cause {
    /** Something was said, or thought of what was said. */
    HEARD,
    EDITED,
    LOCKED,
    UNLOCKED,
    UNDONE,
    MERGED,
    UNMERGED,
    /** They agreed to something or took it back, or the workspace's policy is another one. */
    CONSENTED;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One line of history: a reader sees another value than before, or it is locked, or it is not.
   *
   * @param from none when nothing was there
   * @param leaf what is there now; none when nothing is
   * @param editor the colleague it comes of
   */
  public record Line(
      String path,
      @Nullable FieldValue from,
      @Nullable Leaf leaf,
      Cause cause,
      @Nullable Editor editor,
      long rev,
      Instant at) {}

  public PersonChange {
    lines = List.copyOf(lines);
  }

  /**
   * What has changed when all is heard that is said of a person.
   *
   * @param before as they are stored
   * @param decided with what a colleague decided just now, if anything
   * @return none when nothing is different
   */
  static Optional<PersonChange> of(
      Person before,
      Person decided,
      Material material,
      Cause cause,
      @Nullable Editor editor,
      Instant at) {
    var next = decided.seen(material);
    if (next.equals(before)) {
      return Optional.empty();
    }
    var now = at.truncatedTo(ChronoUnit.MILLIS);
    var after = next.at(before.rev() + 1, now);
    var paths = differing(before, after);
    var lines = lines(paths, before, after, cause, editor);
    return Optional.of(new PersonChange(after, event(before, after, paths, editor), lines, editor));
  }

  private static PersonEvent event(
      Person before, Person after, List<String> paths, @Nullable Editor editor) {
    var by = editor == null ? null : editor.id();
    var link = after.merged();
    if (link != null && before.merged() == null) {
      return new PersonMerged(link.into(), by);
    }
    if (link == null && before.merged() != null) {
      return new PersonUnmerged(before.merged().into(), by);
    }
    return before.rev() == 0 ? new PersonKnown(after.conversations()) : new PersonChanged(paths);
  }

  private static List<String> differing(Person before, Person after) {
    var paths = new TreeSet<>(before.leaves().keySet());
    paths.addAll(after.leaves().keySet());
    return paths.stream()
        .filter(path -> !Objects.equals(before.leaves().get(path), after.leaves().get(path)))
        .toList();
  }

  /** Of somebody who is merged, or no more, there are none: their values are where they were. */
  private static List<Line> lines(
      List<String> paths, Person before, Person after, Cause cause, @Nullable Editor editor) {
    var lines = new ArrayList<Line>();
    if (!Objects.equals(before.merged(), after.merged())) {
      return lines;
    }
    for (var path : paths) {
      var was = before.leaves().get(path);
      var is = after.leaves().get(path);
      if (PersonFields.at(path).filter(PersonField::hasHistory).isPresent() && differ(was, is)) {
        var from = was == null ? null : was.value();
        var at = Objects.requireNonNull(after.changedAt());
        lines.add(new Line(path, from, is, cause, editor, after.rev(), at));
      }
    }
    return lines;
  }

  private static boolean differ(@Nullable Leaf was, @Nullable Leaf is) {
    return was == null
        || is == null
        || was.locked() != is.locked()
        || !was.value().equals(is.value());
  }
}
