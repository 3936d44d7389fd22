package rapport.conversation.api;

import com.ibm.icu.util.ULocale;

/** In which direction a language is written, as the {@code dir} attribute of HTML has it. */
final class Direction {

  private Direction() {}

  /**
   * @param locale BCP 47 tag
   * @return {@code rtl} or {@code ltr}
   */
  static String of(String locale) {
    return ULocale.forLanguageTag(locale).isRightToLeft() ? "rtl" : "ltr";
  }
}
