package rapport.conversation.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rapport.contracts.FieldValue;

/** Addresses that begin with http://, https:// or www. */
public final class UrlFinder implements Finder {

  private static final String CLOSING = ".,;:!?)]}>\"'\u201d\u2019";

  @Override
  public List<Found> find(Passage passage) {
    var text = passage.tokens().text();
    var found = new ArrayList<Found>();
    var at = 0;
    while (at < text.length()) {
      if (!begins(text, at)) {
        at++;
        continue;
      }
      var end = end(text, at);
      var said = text.substring(at, end);
      var url = said.toLowerCase(Locale.ROOT).startsWith("www.") ? "https://" + said : said;
      if (Urls.valid(url)) {
        found.add(new Found(Found.Kind.URL, FieldValue.text(url), at, end));
      }
      at = Math.max(end, at + 1);
    }
    return found;
  }

  private static boolean begins(String text, int at) {
    return (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
        && (starts(text, at, "http://")
            || starts(text, at, "https://")
            || starts(text, at, "www."));
  }

  private static boolean starts(String text, int at, String prefix) {
    return text.regionMatches(true, at, prefix, 0, prefix.length());
  }

  private static int end(String text, int start) {
    var end = start;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    while (end > start && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }
}
