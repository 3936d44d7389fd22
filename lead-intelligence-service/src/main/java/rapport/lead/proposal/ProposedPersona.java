package rapport.lead.proposal;

import java.util.List;
import rapport.contracts.PersonaState;
import rapport.lead.persona.Claim;

/**
 * A persona a site seems to speak to.
 *
 * @param key tells it apart from the others of the site, also in the next crawl
 * @param claims for everything in it, the words of a page it rests on
 */
public record ProposedPersona(String key, PersonaState state, List<Claim> claims) {
  public ProposedPersona {
    claims = List.copyOf(claims);
  }
}
