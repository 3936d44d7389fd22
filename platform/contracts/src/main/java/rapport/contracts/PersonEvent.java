package rapport.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Published on {@code rapport.person.events}, keyed by workspace and person: what happened to what
 * is known of a person. No values are among it, only ids and paths; the values are in {@link
 * PersonState}.
 */
public sealed interface PersonEvent {

  /**
   * Somebody has become known, by an address or because a website vouched for them.
   *
   * @param conversations what they said before is known of them, too
   */
  record PersonKnown(List<String> conversations) implements PersonEvent {
    public PersonKnown {
      conversations = List.copyOf(conversations);
    }
  }

  /** The leaves at these paths are other ones than before, or gone. */
  record PersonChanged(List<String> paths) implements PersonEvent {
    public PersonChanged {
      paths = List.copyOf(paths);
    }
  }

  /**
   * This person is the same as another one, under whose id everything known of them is from now on.
   *
   * @param survivor the other one's id
   * @param by the user who said so
   */
  record PersonMerged(String survivor, @Nullable String by) implements PersonEvent {}

  /**
   * This person was taken for another one, and is somebody of their own again.
   *
   * @param survivor the other one's id
   * @param by the user who said so
   */
  record PersonUnmerged(String survivor, @Nullable String by) implements PersonEvent {}
}
