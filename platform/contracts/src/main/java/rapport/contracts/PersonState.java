package rapport.contracts;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person as they are known, published on the compacted topic {@code rapport.person.state}, keyed
 * by workspace and person. Its envelope carries the revision of the {@link PersonEvent} it goes
 * with. Names and addresses are among it: who reads it keeps personal data, and a tombstone says
 * that it must go. Add optional fields only.
 *
 * @param mergedInto the id of the person they turned out to be; there are no leaves then, because
 *     they are among that one's
 * @param conversations those the person is known from, in which more may be said
 * @param leaves what is known, by path; the first part of a path is one of {@code identity}, {@code
 *     company}, {@code behavior}, {@code requirements}, {@code intelligence}, {@code engagement}
 * @param withheld what must not be done with what is known of them, since they took their consent
 *     back or never gave one that is needed; none of somebody merged, whose ledger the other one
 *     has
 */
public record PersonState(
    @Nullable String mergedInto,
    List<String> conversations,
    Map<String, Leaf> leaves,
    @Nullable List<ConsentPurpose> withheld) {

  /** The topic and the wire name. */
  public static final EventCatalog<PersonState> CATALOG =
      new EventCatalog<>(
          "rapport.person.state",
          "/rapport/profile-service",
          Map.of("rapport.person.state-recorded.v1", PersonState.class));

  /**
   * A value and where it comes from.
   *
   * @param by {@code visitor} who said it, {@code analysis} that inferred it, {@code human} of the
   *     workspace who wrote it, {@code crm}, or {@code site} that vouched for it; there may be more
   * @param confidence how sure, from 0 to 1
   * @param locked whether a colleague decided that no other source may change it
   */
  public record Leaf(
      FieldValue value, Source source, String by, Instant at, double confidence, boolean locked) {
    public Leaf {
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("confidence is from 0 to 1");
      }
    }
  }

  /**
   * What a value was taken from.
   *
   * @param system such as {@code conversation}, {@code lead-intelligence}, {@code rapport} for what
   *     was typed here, or the name of a connected system
   * @param recordId its record there, such as the conversation's id
   * @param eventId the published event that brought it
   * @param quote the person's words
   */
  public record Source(
      String system, @Nullable String recordId, @Nullable String eventId, @Nullable String quote) {}

  public PersonState {
    conversations = List.copyOf(conversations);
    leaves = Collections.unmodifiableMap(new LinkedHashMap<>(leaves));
    withheld = withheld == null ? null : List.copyOf(withheld);
  }

  /** Whether nothing may be done with them for that purpose. */
  public boolean withholds(ConsentPurpose purpose) {
    return withheld != null && withheld.contains(purpose);
  }
}
