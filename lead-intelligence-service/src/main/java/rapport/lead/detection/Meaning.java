package rapport.lead.detection;

import java.util.Optional;

/** What texts mean, as vectors of length 1 of one dimension; may be missing. */
@FunctionalInterface
public interface Meaning {

  /** Knows no meaning: words alone have to do. */
  Meaning NONE = _ -> Optional.empty();

  /** The vector of a text; empty while there is no model. */
  Optional<float[]> of(String text);
}
