package rapport.conversation.value;

import java.text.Normalizer;

/** Words as they are kept: composed (Unicode NFC), without white space around them. */
final class Words {

  private Words() {}

  static String clean(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  static boolean controlled(String text) {
    return text.chars()
        .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r');
  }
}
