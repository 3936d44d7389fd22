package rapport.health.funnel;

import rapport.contracts.ItemPath;

/** Fields as a report names them. */
final class Paths {

  private Paths() {}

  /**
   * The path for any row of its group; a path outside of groups as it is, whatever it looks like.
   */
  static String template(String path) {
    return ItemPath.parse(path).map(field -> field.of("").toString()).orElse(path);
  }

  static boolean inGroup(String path) {
    return ItemPath.parse(path).isPresent();
  }
}
