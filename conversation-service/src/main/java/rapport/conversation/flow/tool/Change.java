package rapport.conversation.flow.tool;

import java.util.Locale;

/**
 * What a new version of a flow changes for the conversations that are running.
 *
 * @param kind how much it matters to them
 * @param what the change and what becomes of what they hold
 */
record Change(Kind kind, String what) {

  enum Kind {
    /** Values would be lost, and no migration says that they are meant to be. */
    LOSES,
    /** The migration takes care of it. */
    MIGRATED,
    /** Nothing that was said is lost. */
    SAFE
  }

  @Override
  public String toString() {
    return "%-8s %s".formatted(kind.name().toLowerCase(Locale.ROOT), what);
  }
}
