package rapport.embedding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Words and punctuation as BERT's lower-case models were trained on: control characters dropped,
 * accents removed, lower case, every punctuation mark and every Chinese character by itself.
 */
final class BasicTokens {

  private BasicTokens() {}

  static List<String> of(String text) {
    var tokens = new ArrayList<String>();
    var word = new StringBuilder();
    plain(text)
        .codePoints()
        .forEach(character -> {
          if (character == ' ') {
            end(word, tokens);
          } else if (isChinese(character) || isPunctuation(character)) {
            end(word, tokens);
            tokens.add(Character.toString(character));
          } else {
            word.appendCodePoint(character);
          }
        });
    end(word, tokens);
    return tokens;
  }

  private static void end(StringBuilder word, List<String> tokens) {
    if (!word.isEmpty()) {
      tokens.add(word.toString());
      word.setLength(0);
    }
  }

  private static String plain(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints().filter(BasicTokens::isText).forEach(one -> clean.appendCodePoint(space(one)));
    var plain = new StringBuilder(clean.length());
    Normalizer.normalize(clean, Normalizer.Form.NFD)
        .codePoints()
        .filter(character -> Character.getType(character) != Character.NON_SPACING_MARK)
        .forEach(character -> plain.appendCodePoint(Character.toLowerCase(character)));
    return plain.toString();
  }

  private static int space(int character) {
    return isSpace(character) ? ' ' : character;
  }

  private static boolean isSpace(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || Character.isSpaceChar(character);
  }

  private static boolean isText(int character) {
    return isSpace(character)
        || switch (Character.getType(character)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.PRIVATE_USE,
              Character.SURROGATE,
              Character.UNASSIGNED ->
              false;
          default -> character != 0xFFFD;
        };
  }

  private static boolean isChinese(int character) {
    return between(0x4E00, character, 0x9FFF)
        || between(0x3400, character, 0x4DBF)
        || between(0x20000, character, 0x2A6DF)
        || between(0x2A700, character, 0x2CEAF)
        || between(0xF900, character, 0xFAFF)
        || between(0x2F800, character, 0x2FA1F);
  }

  private static boolean isPunctuation(int character) {
    if (character < 128) {
      return character > ' ' && !Character.isLetterOrDigit(character) && character != 127;
    }
    return switch (Character.getType(character)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean between(int first, int character, int last) {
    return first <= character && character <= last;
  }
}
