package rapport.profile.consent;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConsentPurpose;

/**
 * One line of a person's ledger of consents. Lines are added and never changed.
 *
 * @param id the same line has the same id, however often it is told
 * @param granted false when they took their consent back, or never want to give it
 * @param text name and version of the text it is about, such as {@code contact-1}
 * @param locale the language the text was shown in
 * @param where in the source, such as the id of a conversation or the address of a form
 * @param by {@code visitor}, or the id of the user who recorded it
 * @param name of that user
 * @param at when the person said so
 * @param recordedAt when it was written down here
 */
public record ConsentEntry(
    String id,
    ConsentPurpose purpose,
    boolean granted,
    @Nullable String text,
    @Nullable String locale,
    Source source,
    @Nullable String where,
    String by,
    @Nullable String name,
    Instant at,
    Instant recordedAt) {

  /** How we know. */
  public enum Source {
    CONVERSATION,
    FORM,
    API,
    IMPORT,
    /** A colleague heard it, such as on the telephone. */
    COLLEAGUE;

    /** The name on the wire, in lower case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name; none for a name nobody knows. */
    public static Optional<Source> named(String wire) {
      return Stream.of(values()).filter(source -> source.wire().equals(wire)).findFirst();
    }
  }
}
