package rapport.embedding.intent;

import java.util.List;

/**
 * What a text may be.
 *
 * @param ranked every label, the likeliest first; their confidences sum up to 1
 * @param inScope from 0 to 1: the share of good examples that looked less familiar than this text.
 *     Who lets pass what has at least .05 turns away about one in twenty that belong
 */
public record Classification(List<Ranked> ranked, double inScope) {

  public Classification {
    ranked = List.copyOf(ranked);
  }

  /** The likeliest label. */
  public Ranked best() {
    return ranked.getFirst();
  }
}
