package rapport.conversation.reply;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;

/** The names of languages. */
public final class Languages {

  private Languages() {}

  /**
   * What a language calls itself: {@code Deutsch}; the tag when that is not known.
   *
   * @param tag BCP 47
   */
  public static String ownName(String tag) {
    var locale = ULocale.forLanguageTag(tag);
    var names =
        LocaleDisplayNames.getInstance(locale, DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU);
    return names.localeDisplayName(locale);
  }
}
