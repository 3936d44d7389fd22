package rapport.integrations.connector;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.integrations.push.Kind;
import reactor.core.publisher.Mono;

/** A connector whose system keeps records of ours, found by our id of them. */
public interface Pushing extends Connector {

  /** So many records are written at once, at most. */
  int mostAtOnce();

  /**
   * Where records of a kind are kept over there, such as {@code Lead}; what is proposed if named.
   */
  String object(Kind kind);

  /** Whether whoever connects names where records are kept. */
  default boolean letsNameObjects() {
    return false;
  }

  /** What fields are called over there unless somebody says otherwise, by our names. */
  Map<String, String> proposed(Kind kind);

  /** Where people can look at a record, if anywhere. */
  @Nullable String page(Access access, String remoteId);

  /**
   * Looks whether records could be written, as far as that shows without writing any.
   *
   * @param fields their names of what is to be written
   * @param deletes whether records are to be deleted, too
   * @return fails with {@link ConnectorException} that says what to mend
   */
  default Mono<Void> check(Access access, Target target, Set<String> fields, boolean deletes) {
    return Mono.empty();
  }

  /**
   * What there is of records already: those with our id, and those without one that are the same.
   *
   * @param fields their names of what is to be known
   * @return fails with {@link ConnectorException}
   */
  Mono<Found> find(Access access, Target target, List<Sought> sought, Set<String> fields);

  /**
   * Writes records, each once however often it is tried; fields that are not named stay.
   *
   * @param records no more than {@link #mostAtOnce}, each another one
   * @return what became of each; fails with {@link ConnectorException} when nobody can tell
   */
  Mono<Written> write(Access access, Target target, List<OurRecord> records);

  /**
   * Deletes records that have our ids. One that is not there counts as deleted.
   *
   * @param rapportIds no more than {@link #mostAtOnce}, each another one
   * @return what is still there; fails with {@link ConnectorException} when nobody can tell
   */
  Mono<Removed> remove(Access access, Target target, List<String> rapportIds);

  /**
   * Records of a kind.
   *
   * @param object where they are kept over there
   */
  record Target(Kind kind, String object) {}

  /**
   * A record to look for.
   *
   * @param email by which it may be the same, if it has none of our ids
   * @param remoteId by which it is the same
   */
  record Sought(String rapportId, @Nullable String email, @Nullable String remoteId) {}

  /**
   * A record as it is over there.
   *
   * @param over whether it cannot be written any more, such as a lead that became a deal
   * @param fields those that were asked for and have a value
   */
  record There(
      String remoteId,
      @Nullable String rapportId,
      @Nullable String email,
      boolean over,
      Map<String, FieldValue> fields) {
    public There {
      fields = Map.copyOf(fields);
    }
  }

  /** What there is. */
  record Found(List<There> records, @Nullable Budget budget) {
    public Found {
      records = List.copyOf(records);
    }
  }

  /**
   * A record to write.
   *
   * @param remoteId of one over there that is the same and lacks our id; none when our id finds it
   */
  record OurRecord(String rapportId, @Nullable String remoteId, Map<String, FieldValue> fields) {
    public OurRecord {
      fields = Map.copyOf(fields);
    }
  }

  /** What became of records, in the order they were given. */
  record Written(List<Result> results, @Nullable Budget budget) {
    public Written {
      results = List.copyOf(results);
    }
  }

  /**
   * What became of records that were to be deleted: all are gone but those.
   *
   * @param refused by our id, why it is still there
   */
  record Removed(Map<String, Result.Refused> refused, @Nullable Budget budget) {
    public Removed {
      refused = Map.copyOf(refused);
    }
  }

  /** What became of a record. */
  sealed interface Result {

    /** It is there. */
    record Done(String remoteId) implements Result {}

    /**
     * It is not.
     *
     * @param code kebab-case
     * @param detail what to do, for people to read
     * @param fields their names of what it is about
     * @param passing whether it goes away by waiting
     */
    record Refused(String code, String detail, List<String> fields, boolean passing)
        implements Result {
      public Refused {
        fields = List.copyOf(fields);
      }
    }
  }
}
