package rapport.integrations.push;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rapport.integrations.push.Job.Origin;
import rapport.integrations.push.Job.Trouble;

/**
 * A record over there of somebody who was erased here. It is ids only, which are nobody's by then.
 *
 * @param request the erasure
 * @param system the connector's name, as receipts have it
 * @param id ours of the record
 * @param tries how often in a row it could not be deleted
 * @param error why not; none before the first try
 */
public record Removal(
    String request,
    String workspace,
    String connection,
    String system,
    Kind kind,
    String id,
    State state,
    int tries,
    @Nullable Trouble error) {

  /** How far it is. */
  public enum State {
    /** It is to be deleted over there. */
    WAITING,
    /** It is not there any more. */
    DELETED,
    /** It stays over there: it is not ours to delete, or somebody wants it so. */
    KEPT,
    /** The connection was deleted before it was: nobody can tell whether it is there. */
    LOST;

    /** The name on the wire, in lower case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What an erasure makes of a record: only what we made over there is ours to delete. */
  public static State first(@Nullable Origin origin, PushSettings settings) {
    return origin == Origin.OURS && settings.erase() == PushSettings.Erase.DELETE
        ? State.WAITING
        : State.KEPT;
  }

  /** The same, gone. */
  public Removal deleted() {
    return new Removal(request, workspace, connection, system, kind, id, State.DELETED, 0, null);
  }

  /** The same, after it could not be deleted. */
  public Removal failed(Trouble why) {
    return new Removal(request, workspace, connection, system, kind, id, state, tries + 1, why);
  }
}
