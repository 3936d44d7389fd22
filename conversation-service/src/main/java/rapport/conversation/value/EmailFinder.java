package rapport.conversation.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.value.Token.Kind;

/**
 * Addresses, written ("jane.doe@acme.io"), spoken ("jane dot doe at acme dot io") or hidden from
 * machines ("jane.doe (at) acme.io").
 */
public final class EmailFinder implements Finder {

  private static final Set<String> NOBODY = Set.of("me", "us", "him", "her", "them", "it", "is");

  private static final Map<String, String> BRACKETS =
      Map.of("(", ")", "[", "]", "{", "}", "<", ">");

  private static final Set<String> WRITTEN = Set.of("@", ".", "-", "_");

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
    var pieces = pieces(passage);
    for (var at = 1; at < pieces.size(); at++) {
      if (pieces.get(at).stands("@")) {
        var address = around(pieces, at);
        if (address != null) {
          found.add(address);
        }
      }
    }
  }

  /**
   * A word, a number or a sign of the text.
   *
   * @param sign what it stands for in an address, such as "." for "dot"; empty for nothing
   * @param hidden whether the sign was put between brackets: "(at)"
   * @param touches whether no white space stands before it
   */
  private record Piece(String text, String sign, boolean hidden, boolean touches, Span span) {

    boolean stands(String other) {
      return sign.equals(other);
    }

    boolean part() {
      return Character.isLetterOrDigit(text.codePointAt(0));
    }

    String spelled() {
      return sign.isEmpty() ? text : sign;
    }
  }

  private record Span(int start, int end) {}

  private static List<Piece> pieces(Passage passage) {
    var tokens = passage.tokens();
    var signs = passage.wording().spokenSigns();
    var pieces = new ArrayList<Piece>();
    for (var at = 0; at < tokens.size(); at++) {
      var token = tokens.get(at);
      var inside = tokens.get(at + 1).lower();
      var sign = WRITTEN.contains(inside) ? inside : signs.getOrDefault(inside, "");
      if (!sign.isEmpty() && tokens.is(at + 2, BRACKETS.getOrDefault(token.lower(), "-"))) {
        var hidden = new Span(token.start(), tokens.get(at + 2).end());
        pieces.add(new Piece(inside, sign, true, tokens.touchesPrevious(at), hidden));
        at += 2;
      } else if (token.kind() != Kind.BREAK) {
        var word = new Span(token.start(), token.end());
        var spoken = signs.getOrDefault(token.lower(), "");
        pieces.add(new Piece(token.lower(), spoken, false, tokens.touchesPrevious(at), word));
      }
    }
    return pieces;
  }

  private static @Nullable Found around(List<Piece> pieces, int at) {
    var from = at - 1;
    while (from >= 2 && joins(pieces, from - 1) && pieces.get(from - 2).part()) {
      from -= 2;
    }
    var to = at + 2;
    var dots = 0;
    while (to + 1 < pieces.size() && dot(pieces, at, to) && pieces.get(to + 1).part()) {
      dots += pieces.get(to).spelled().equals(".") ? 1 : 0;
      to += 2;
    }
    var name = pieces.get(at - 1);
    if (dots == 0 || !pieces.get(from).part() || NOBODY.contains(name.text())) {
      return null;
    }
    var address = spell(pieces, from, at) + "@" + spell(pieces, at + 1, to);
    return Emails.valid(address)
        ? found(address, pieces.get(from).span().start(), pieces.get(to - 1).span().end())
        : null;
  }

  /** Between two parts of the name: a spoken sign, or one that touches both. */
  private static boolean joins(List<Piece> pieces, int at) {
    var piece = pieces.get(at);
    return piece.sign().isEmpty()
        ? WRITTEN.contains(piece.text()) && within(pieces, at)
        : !piece.stands("@");
  }

  /** Between two parts of the domain; a written dot counts only after a hidden "at". */
  private static boolean dot(List<Piece> pieces, int sign, int at) {
    var piece = pieces.get(at);
    return piece.stands(".")
        || (pieces.get(sign).hidden()
            && (piece.text().equals(".") || piece.text().equals("-"))
            && within(pieces, at));
  }

  private static boolean within(List<Piece> pieces, int at) {
    return pieces.get(at).touches() && pieces.get(at + 1).touches();
  }

  private static String spell(List<Piece> pieces, int from, int to) {
    var spelled = new StringBuilder();
    pieces.subList(from, to).forEach(piece -> spelled.append(piece.spelled()));
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
