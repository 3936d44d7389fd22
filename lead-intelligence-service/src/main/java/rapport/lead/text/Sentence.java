package rapport.lead.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A sentence of a message, without the white space around it. */
public record Sentence(String text) {

  /** The point of a German date ends no sentence: "am 4. Juli". */
  private static final Pattern END =
      Pattern.compile(
          "(?<=[.!?;؟])\\s+(?!(?<=\\d\\.\\s)(?iu:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)(?!\\p{L}))|\\R+");

  private static final Pattern QUESTION =
      Pattern.compile(
          "(?:(?:and|but|so|ok|okay|well|also|hi|hello|hey)[ ,]+)*(?:what|what'?s|how|when|where|who|which"
              + "|can|could|would|will|do|does|did|is|are|may) ",
          Pattern.CASE_INSENSITIVE);

  /** Verb before subject: "so if I sent it today when would I have it back". */
  private static final Pattern INVERTED =
      Pattern.compile(
          "(?<!\\p{L})(?:when|what|how (?:soon|long|much|many|fast|quickly))"
              + " (?:can|could|would|will|do|does|is|are) (?:i|we|you|it|this|that|they)(?!\\p{L})",
          Pattern.CASE_INSENSITIVE);

  /** The sentences of a message in their order; a message without any has none. */
  public static List<Sentence> of(String message) {
    var sentences = new ArrayList<Sentence>();
    for (var piece : END.split(message, -1)) {
      if (!piece.isBlank()) {
        sentences.add(new Sentence(piece.strip()));
      }
    }
    return sentences;
  }

  /** Whether it asks; many leave the mark out. */
  public boolean asks() {
    return text.endsWith("?")
        || text.endsWith("؟")
        || QUESTION.matcher(text).lookingAt()
        || INVERTED.matcher(text).find();
  }
}
