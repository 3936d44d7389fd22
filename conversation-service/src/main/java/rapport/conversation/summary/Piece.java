package rapport.conversation.summary;

import java.util.List;

/** A part of a sentence pattern. */
public sealed interface Piece {

  record Literal(String text) implements Piece {}

  /** Whom the text is about: the full name once, then the short one. */
  record Name(boolean possessive) implements Piece {}

  /**
   * A value.
   *
   * @param brief whether only a few words without a comma will do
   * @param one what is counted, for one
   * @param many what is counted, for any other number
   */
  record Slot(String path, Form form, boolean brief, String one, String many) implements Piece {}

  /** Said when its values are there. */
  record Optionally(List<Piece> pieces) implements Piece {
    public Optionally {
      pieces = List.copyOf(pieces);
    }
  }

  /** Whatever is there of these, as one list; at least one has to be. */
  record Series(List<List<Piece>> items) implements Piece {
    public Series {
      items = List.copyOf(items);
    }
  }
}
