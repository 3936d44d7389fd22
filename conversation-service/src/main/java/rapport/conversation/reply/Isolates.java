package rapport.conversation.reply;

import com.ibm.icu.util.ULocale;
import java.util.stream.Collectors;

/**
 * Keeps what is filled into a text of one direction from turning the words around it: "Excel 365"
 * in Arabic, "نورة" in English. Such a value goes between U+2068 and U+2069 (first strong isolate),
 * which are characters of the text, so that every reader gets it right: a page, a terminal, a file,
 * a Genkit client. A page could only do so with {@code <bdi>} if it knew where the values are.
 * Values of the text's own direction stay as they are, so that most texts have none of these
 * characters.
 */
final class Isolates {

  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

  private final boolean rightToLeft;

  Isolates(ULocale locale) {
    this.rightToLeft = locale.isRightToLeft();
  }

  /** The value, isolated where it has to be, each of its lines by itself. */
  String around(String value) {
    return value.indexOf('\n') < 0
        ? line(value)
        : value.lines().map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(String line) {
    return turns(line) ? FIRST_STRONG_ISOLATE + line + POP_DIRECTIONAL_ISOLATE : line;
  }

  /** Whether it has letters of the other direction, or is a sign and digits, such as +49 30. */
  private boolean turns(String line) {
    var signed = rightToLeft && !line.isEmpty() && "+-#/@".indexOf(line.charAt(0)) >= 0;
    return signed || line.codePoints().anyMatch(this::other);
  }

  private boolean other(int point) {
    return switch (Character.getDirectionality(point)) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> rightToLeft;
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
          !rightToLeft;
      default -> false;
    };
  }
}
