package rapport.integrations.automation.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets people write {@code 50%} where CEL only knows {@code 0.5}. Outside of strings a number with
 * a percent sign right behind it, and no operand behind that, becomes a ratio; {@code 50 % 3} stays
 * a remainder. It remembers where each character came from, and which names it met.
 */
final class Percents {

  private static final String OPERANDS = "_([{\"'.";

  private final String text;
  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder names = new StringBuilder();
  private final List<Integer> origins = new ArrayList<>(List.of(0));
  private int at;

  private Percents(String text) {
    this.text = text;
  }

  /**
   * @param plain what CEL reads
   * @param origins where each character of it stands in the text, and where the text ends
   * @param names the names in it, in order
   */
  record Read(String plain, List<Integer> origins, Set<String> names) {
    Read {
      origins = List.copyOf(origins);
      names = Collections.unmodifiableSet(names);
    }

    /** Where a character of the plain text stands in the text that was read. */
    int origin(int offset) {
      return origins.get(Math.clamp(offset, 0, plain.length()));
    }
  }

  static Read read(String text) {
    return new Percents(text).read();
  }

  private Read read() {
    while (at < text.length()) {
      var next = text.charAt(at);
      if (next == '"' || next == '\'') {
        copyString(next);
      } else if (Character.isDigit(next)) {
        number();
      } else if (Character.isLetter(next) || next == '_') {
        name();
      } else {
        copy(1);
      }
    }
    put("", text.length());
    var met = new LinkedHashSet<String>();
    names.toString().lines().forEach(met::add);
    return new Read(plain.toString(), origins, met);
  }

  private void copyString(char quote) {
    var end = at + 1;
    while (end < text.length() && text.charAt(end) != quote) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    copy(Math.min(end + 1, text.length()) - at);
  }

  private void name() {
    var end = at;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    names.append(text, at, end).append('\n');
    copy(end - at);
  }

  private void number() {
    var end = at;
    while (end < text.length() && isNumberPart(end)) {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '%' && !operandAfter(end + 1)) {
      put(ratio(text.substring(at, end)), at);
      at = end + 1;
    } else {
      copy(Math.max(1, end - at));
    }
  }

  private static String ratio(String number) {
    var ratio = new BigDecimal(number).movePointLeft(2).toPlainString();
    return ratio.contains(".") ? ratio : ratio + ".0";
  }

  private boolean isNumberPart(int place) {
    var part = text.charAt(place);
    return Character.isDigit(part)
        || (part == '.'
            && place + 1 < text.length()
            && Character.isDigit(text.charAt(place + 1))
            && text.indexOf('.', at) == place);
  }

  private boolean operandAfter(int place) {
    var next = place;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next < text.length()
        && (Character.isLetterOrDigit(text.charAt(next))
            || OPERANDS.indexOf(text.charAt(next)) >= 0);
  }

  private static boolean isNamePart(char part) {
    return Character.isLetterOrDigit(part) || part == '_';
  }

  private void copy(int length) {
    for (var copied = 0; copied < length; copied++) {
      put(text.substring(at, at + 1), at);
      at++;
    }
  }

  private void put(String part, int origin) {
    origins.set(plain.length(), origin);
    for (var added = 0; added < part.length(); added++) {
      origins.add(origin);
    }
    plain.append(part);
  }
}
