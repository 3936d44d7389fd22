package rapport.conversation.genkit;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text in the pieces it is streamed in: sentence by sentence, together exactly the text. */
final class Pieces {

  private Pieces() {}

  /**
   * @param locale BCP 47 tag of the text's language
   */
  static List<String> of(String text, String locale) {
    var sentences = BreakIterator.getSentenceInstance(Locale.forLanguageTag(locale));
    sentences.setText(text);
    var pieces = new ArrayList<String>();
    var start = sentences.first();
    for (var end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
      pieces.add(text.substring(start, end));
      start = end;
    }
    return pieces;
  }
}
