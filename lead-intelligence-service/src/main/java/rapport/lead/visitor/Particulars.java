package rapport.lead.visitor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.EmailCaptured;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.FieldCleared;
import rapport.contracts.ConversationEvent.FieldCorrected;
import rapport.contracts.ConversationEvent.FieldReset;
import rapport.contracts.ConversationEvent.ModeSwitched;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.Envelope;
import rapport.contracts.FieldValue;

/**
 * What the conversation itself wrote down of a visitor.
 *
 * @param contact the address they can be reached at
 * @param wantsPerson whether they asked for a person of the team
 * @param fields what its fields hold, each once
 */
public record Particulars(@Nullable Contact contact, boolean wantsPerson, List<Stated> fields) {

  private static final String HUMAN = "human";
  private static final String REQUESTED = "requested";

  /** Nothing yet. */
  public static final Particulars NONE = new Particulars(null, false, List.of());

  /**
   * An address.
   *
   * @param path the field that holds it
   * @param email in lower case
   */
  public record Contact(String path, String email, Instant at) {}

  public Particulars {
    fields = List.copyOf(fields);
  }

  /** The same after one more event of the conversation; most events change nothing. */
  public Particulars apply(Envelope<ConversationEvent> envelope) {
    var at = envelope.at().truncatedTo(ChronoUnit.MILLIS);
    return switch (envelope.event()) {
      case EmailCaptured(var path, var email, _) ->
          reachedAt(new Contact(path, email.toLowerCase(Locale.ROOT), at));
      case FieldCaptured(var path, var value, var source) -> holding(path, value, source, at);
      case FieldCorrected(var path, _, var value, var source) -> holding(path, value, source, at);
      case FieldReset(var path, var value, var source) ->
          value == null ? emptied(path) : holding(path, value, source, at);
      case FieldCleared(var path, _, _) -> emptied(path);
      case ModeSwitched(_, var to, var reason) ->
          to.equals(HUMAN) && reason.equals(REQUESTED)
              ? new Particulars(contact, true, fields)
              : this;
      default -> this;
    };
  }

  private Particulars reachedAt(Contact now) {
    return new Particulars(now, wantsPerson, without(now.path()));
  }

  private Particulars holding(
      String path, FieldValue value, @Nullable Provenance source, Instant at) {
    if (contact != null && contact.path().equals(path)) {
      return reachedAt(new Contact(path, value.display().toLowerCase(Locale.ROOT), at));
    }
    var now = new ArrayList<>(without(path));
    now.add(
        new Stated(
            path,
            value,
            source == null ? null : source.quote(),
            source == null ? 1 : source.confidence(),
            at));
    return new Particulars(contact, wantsPerson, now);
  }

  private Particulars emptied(String path) {
    var gone = contact != null && contact.path().equals(path);
    return new Particulars(gone ? null : contact, wantsPerson, without(path));
  }

  private List<Stated> without(String path) {
    return fields.stream().filter(field -> !field.path().equals(path)).toList();
  }
}
