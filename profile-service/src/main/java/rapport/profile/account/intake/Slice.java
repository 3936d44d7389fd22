package rapport.profile.account.intake;

import java.util.Arrays;

/**
 * Part of a CSV file cut behind its last whole row. What is in quotes may have line breaks; a break
 * outside of them ends a row, and what follows the last of these waits for the next part. Quotes
 * and breaks are never part of another character in UTF-8, so this needs no decoding.
 */
final class Slice {

  private final byte[] rows;
  private final byte[] rest;

  private Slice(byte[] rows, byte[] rest) {
    this.rows = rows;
    this.rest = rest;
  }

  /** What was left over behind the last part is a row as well. */
  static Slice last(byte[] left) {
    return new Slice(left, new byte[0]);
  }

  /** Whole rows. */
  byte[] rows() {
    return rows;
  }

  /** The beginning of the next one. */
  byte[] rest() {
    return rest;
  }

  /** Cuts what was left of the parts before, and this part. */
  static Slice of(byte[] left, byte[] part) {
    var all = Arrays.copyOf(left, left.length + part.length);
    System.arraycopy(part, 0, all, left.length, part.length);
    var quoted = false;
    var end = 0;
    for (var at = 0; at < all.length; at++) {
      if (all[at] == '"') {
        quoted = !quoted;
      } else if (all[at] == '\n' && !quoted) {
        end = at + 1;
      }
    }
    return new Slice(Arrays.copyOf(all, end), Arrays.copyOfRange(all, end, all.length));
  }
}
