package rapport.lead.proposal;

import java.util.List;
import rapport.lead.detection.Meaning;
import rapport.lead.site.PageText;

/** Proposes personas of what a site says. Nothing in them is made up: each part has its quote. */
public final class Proposer {

  private final Meaning meaning;

  public Proposer(Meaning meaning) {
    this.meaning = meaning;
  }

  /**
   * Personas of a site, the most prominent first: 3 to 8, fewer when it says too little.
   *
   * @param site its id
   * @param pages the first page first
   */
  public List<ProposedPersona> propose(String site, List<PageText> pages) {
    var text = new SiteText(pages);
    var kinds = new Kinds(text, meaning).find();
    var knowledge = new Knowledge(text);
    var words = new Words(kinds);
    return kinds.stream()
        .map(kind -> new PersonaWriter(site, kind, knowledge, words).write())
        .toList();
  }
}
