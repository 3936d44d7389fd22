package rapport.conversation.summary;

import java.util.Set;

/**
 * What a text is wished to concentrate on.
 *
 * @param focuses names of known focuses
 * @param paths fields, those of the focuses among them
 */
record Wish(Set<String> focuses, Set<String> paths) {
  Wish {
    focuses = Set.copyOf(focuses);
    paths = Set.copyOf(paths);
  }
}
