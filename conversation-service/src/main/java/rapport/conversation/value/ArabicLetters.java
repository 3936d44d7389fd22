package rapport.conversation.value;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings the ways to write an Arabic word to one, so that words can be compared: without vowel
 * signs, stretching and the article, with one form each for alef, hamza, final ya and ta marbuta.
 * Digits of any script become those of ASCII. What somebody wrote is kept elsewhere; this is for
 * comparing only.
 */
public final class ArabicLetters {

  private static final int FIRST = 0x0600;
  private static final int LAST = 0x08ff;
  private static final int FIRST_PRESENTATION_FORM = 0xfb50;
  private static final int LAST_PRESENTATION_FORM = 0xfefc;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final char ALEF = 'ا';
  private static final char LAM = 'ل';
  private static final char TATWEEL = '\u0640';

  /** "Now" and the thousands have no article, though they begin like one. */
  private static final Set<String> NO_ARTICLE =
      Set.of("الان", "الفان", "الفين", "الفا", "الفي", "الاف");

  private ArabicLetters() {}

  /** Whether a word is written in Arabic letters. */
  static boolean arabic(int point) {
    return (point >= FIRST && point <= LAST)
        || (point >= FIRST_PRESENTATION_FORM && point <= LAST_PRESENTATION_FORM);
  }

  /** A word in lower case as it is compared; a word in other letters as it is. */
  public static String plain(String word) {
    if (word.codePoints().noneMatch(ArabicLetters::arabic)) {
      return word;
    }
    var letters = new StringBuilder(word.length());
    var composed = Normalizer.normalize(word, Normalizer.Form.NFKC);
    for (var i = 0; i < composed.length(); i++) {
      letter(composed.charAt(i), letters);
    }
    return letters.isEmpty() ? word : withoutArticle(letters.toString());
  }

  private static void letter(char letter, StringBuilder letters) {
    switch (letter) {
      case 'أ', 'إ', 'آ', 'ٱ' -> letters.append(ALEF);
      case 'ى', 'ئ', 'ی' -> letters.append('ي');
      case 'ؤ' -> letters.append('و');
      case 'ة' -> letters.append('ه');
      case 'ک' -> letters.append('ك');
      case 'ء', TATWEEL -> {}
      default -> {
        if (Character.isDigit(letter)) {
          letters.append(Character.digit(letter, 10));
        } else if (Character.getType(letter) != Character.NON_SPACING_MARK) {
          letters.append(letter);
        }
      }
    }
  }

  /** "العمر" as "عمر". Less than two letters after it are no word. */
  static String withoutArticle(String plain) {
    var article =
        plain.length() > 3
            && plain.charAt(0) == ALEF
            && plain.charAt(1) == LAM
            && !NO_ARTICLE.contains(plain);
    return article ? plain.substring(2) : plain;
  }

  /** Whether a word, as it was written, has the article. */
  static boolean definite(String written) {
    return written.length() > 3 && written.charAt(0) == ALEF && written.charAt(1) == LAM;
  }

  /** Every word of a text, each as it is compared. */
  static String plainWords(String text) {
    return text.codePoints().anyMatch(ArabicLetters::arabic)
        ? WORD.matcher(text).replaceAll(word -> plain(word.group()))
        : text;
  }
}
