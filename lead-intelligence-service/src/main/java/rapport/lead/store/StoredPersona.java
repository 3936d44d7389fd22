package rapport.lead.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.lead.persona.Claim;
import rapport.lead.persona.Persona;

/**
 * A persona as it is kept.
 *
 * @param rev how often it was changed, from 1
 * @param claims what pages say for it
 * @param by who changed it last; null for Rapport itself
 */
public record StoredPersona(
    Persona persona, long rev, List<Claim> claims, Instant changedAt, @Nullable String by) {

  public StoredPersona {
    claims = List.copyOf(claims);
  }
}
