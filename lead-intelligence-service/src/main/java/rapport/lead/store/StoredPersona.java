package rapport.lead.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.contracts.PersonaState;
import rapport.lead.persona.Claim;
import rapport.lead.persona.Origin;
import rapport.lead.persona.Persona;
import rapport.lead.persona.Suggestion;

/**
 * A persona as it is kept.
 *
 * @param rev how often it was changed, from 1
 * @param claims what pages say for it
 * @param suggestions what a site says now, for somebody to accept or dismiss
 * @param origin where it comes from; null when no site proposed it
 * @param by who changed it last; null for Rapport itself
 */
public record StoredPersona(
    Persona persona,
    long rev,
    List<Claim> claims,
    List<Suggestion> suggestions,
    @Nullable Origin origin,
    Instant changedAt,
    @Nullable String by) {

  public StoredPersona {
    claims = List.copyOf(claims);
    suggestions = List.copyOf(suggestions);
  }

  /** One that is not stored yet. */
  public static StoredPersona fresh(
      Persona persona, List<Claim> claims, @Nullable Origin origin, @Nullable String by) {
    return new StoredPersona(persona, 1, claims, List.of(), origin, Instant.EPOCH, by);
  }

  /** The next revision, changed by somebody. */
  public StoredPersona changed(PersonaState state, @Nullable String by) {
    return new StoredPersona(
        new Persona(persona.id(), state), rev + 1, claims, suggestions, origin, changedAt, by);
  }

  /** The same with these claims. */
  public StoredPersona with(List<Claim> claims) {
    return new StoredPersona(persona, rev, claims, suggestions, origin, changedAt, by);
  }

  /** The same with these suggestions, and everything that was offered noted. */
  public StoredPersona with(List<Suggestion> suggestions, @Nullable Origin origin) {
    return new StoredPersona(persona, rev, claims, suggestions, origin, changedAt, by);
  }

  /** The same, as of that time. */
  StoredPersona at(Instant time) {
    return new StoredPersona(persona, rev, claims, suggestions, origin, time, by);
  }

  /** Whether nobody has touched what a site proposed. */
  public boolean isUntouched() {
    return origin != null && by == null && persona.state().status() == PersonaState.Status.PROPOSED;
  }

  /** What tells it apart from the others a site proposed; empty when none did. */
  public String key() {
    return origin == null ? "" : Objects.requireNonNull(origin).key();
  }
}
