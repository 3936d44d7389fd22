package rapport.integrations.push;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/**
 * One of our records as one connection is to have it. There is one job for each, for good: what
 * changes while it waits is pushed together, as it is at last.
 *
 * @param id ours of the record
 * @param seq counts how often it was woken; whoever pushed what it was before leaves it waiting
 * @param tries how often in a row it failed
 * @param error why it is not there; none when it is
 * @param remoteId what it is called over there, once it is
 * @param origin who made the record over there; none before something was about to be written
 * @param written what we have written, by the other system's names
 * @param tried what we may have written since, because nobody came back to tell
 * @param kept our names of fields that stay as somebody wrote them over there
 * @param due when it is pushed; none when it is not waiting
 */
public record Job(
    Kind kind,
    String id,
    String label,
    State state,
    long seq,
    int tries,
    @Nullable Trouble error,
    @Nullable String remoteId,
    @Nullable Origin origin,
    Map<String, FieldValue> written,
    List<Map<String, FieldValue>> tried,
    List<String> kept,
    @Nullable Instant due,
    @Nullable Instant doneAt) {

  /** How far it is. */
  public enum State {
    WAITING,
    DONE,
    /** Refused over there: nothing happens until it changes or somebody has it tried again. */
    REFUSED;

    /** The name on the wire, in lower case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who made a record over there. */
  public enum Origin {
    /** We did: there was none right before it was written. */
    OURS,
    /** It was there, without our id or with it: it is not ours to delete. */
    THEIRS;

    /** The name on the wire, in lower case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Why a record is refused, or has to wait.
   *
   * @param code kebab-case
   * @param detail what to do, for people to read
   * @param fields their names of what it is about
   */
  public record Trouble(String code, String detail, List<String> fields) {
    public Trouble {
      fields = List.copyOf(fields);
    }
  }

  public Job {
    written = Map.copyOf(written);
    tried = List.copyOf(tried);
    kept = List.copyOf(kept);
  }
}
