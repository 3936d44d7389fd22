package rapport.conversation.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.value.Token.Kind;

/** Addresses, written ("jane.doe@acme.io") or spoken ("jane dot doe at acme dot io"). */
public final class EmailFinder implements Finder {

  private static final Set<String> NOBODY = Set.of("me", "us", "him", "her", "them", "it", "is");

  @Override
  public List<Found> find(Passage passage) {
    var found = new ArrayList<Found>();
    written(passage.tokens().text(), found);
    spoken(passage, found);
    return found;
  }

  /** Looks left and right of every @; what is scanned once is not scanned again. */
  private static void written(String text, List<Found> found) {
    var done = 0;
    for (var at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      var start = at;
      while (start > done && Emails.local(text.charAt(start - 1))) {
        start--;
      }
      var end = at + 1;
      while (end < text.length() && Emails.domain(text.charAt(end))) {
        end++;
      }
      while (end > at && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
        end--;
      }
      while (start < at && !Character.isLetterOrDigit(text.charAt(start))) {
        start++;
      }
      done = Math.max(end, at + 1);
      if (Emails.valid(text.substring(start, end))) {
        found.add(found(text.substring(start, end), start, end));
      }
    }
  }

  private static void spoken(Passage passage, List<Found> found) {
    for (var at = 1; at < passage.tokens().size(); at++) {
      if (sign(passage, at).equals("@")) {
        var address = around(passage, at);
        if (address != null) {
          found.add(address);
        }
      }
    }
  }

  private static @Nullable Found around(Passage passage, int at) {
    var tokens = passage.tokens();
    var from = at - 1;
    while (joint(passage, from - 1) && part(tokens, from - 2)) {
      from -= 2;
    }
    var to = at + 2;
    var dots = 0;
    while (sign(passage, to).equals(".") && part(tokens, to + 1)) {
      to += 2;
      dots++;
    }
    if (dots == 0 || !part(tokens, from) || NOBODY.contains(tokens.get(at - 1).lower())) {
      return null;
    }
    var address = spell(passage, from, at) + "@" + spell(passage, at + 1, to);
    return Emails.valid(address)
        ? found(address, tokens.get(from).start(), tokens.get(to - 1).end())
        : null;
  }

  private static boolean part(Tokens tokens, int at) {
    var kind = tokens.get(at).kind();
    return kind == Kind.WORD || kind == Kind.NUMBER;
  }

  private static boolean joint(Passage passage, int at) {
    var sign = sign(passage, at);
    return !sign.isEmpty() && !sign.equals("@");
  }

  /** The sign a word stands for; empty for any other word. */
  private static String sign(Passage passage, int at) {
    return passage.wording().spokenSigns().getOrDefault(passage.tokens().get(at).lower(), "");
  }

  private static String spell(Passage passage, int from, int to) {
    var spelled = new StringBuilder();
    for (var at = from; at < to; at++) {
      var sign = sign(passage, at);
      spelled.append(sign.isEmpty() ? passage.tokens().get(at).lower() : sign);
    }
    return spelled.toString();
  }

  private static Found found(String address, int start, int end) {
    return new Found(Found.Kind.EMAIL, FieldValue.text(canonical(address)), start, end);
  }

  /** The domain is the same in any case; the part before it may not be. */
  private static String canonical(String address) {
    var at = address.lastIndexOf('@');
    return address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
  }
}
