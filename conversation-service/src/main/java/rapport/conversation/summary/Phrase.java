package rapport.conversation.summary;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote, cleaned, and what kind of words it is.
 *
 * @param text as it may stand at the beginning of a sentence
 * @param head the part the shape speaks of; the whole text when there is no {@code rest}
 * @param rest what follows a short answer: "extremely, she compares prices"
 */
record Phrase(String text, String head, Shape shape, @Nullable Phrase rest) {

  enum Shape {
    SENTENCE,
    DOES,
    DO,
    /** "can order", "started": the same for one and for several. */
    DOES_OR_DO,
    HOW,
    MUCH,
    YES,
    NO,
    AT,
    /** "but only online", "if it is cheap". */
    CONDITION,
    THINGS,
    OTHER
  }

  boolean is(Shape... shapes) {
    for (var candidate : shapes) {
      if (shape == candidate) {
        return true;
      }
    }
    return false;
  }
}
