package rapport.conversation.value;

import java.util.ArrayList;
import java.util.List;
import rapport.conversation.value.Token.Kind;

/**
 * Tells numbers that name something from numbers that count: {@code 555-012-7788}, {@code 24/7},
 * {@code 12:30}, {@code #4711}.
 */
final class Codes {

  private Codes() {}

  static List<Token> mark(List<Token> tokens) {
    var marked = new ArrayList<>(tokens);
    var at = 0;
    while (at < tokens.size()) {
      var end = endOfChain(tokens, at);
      if (tokens.get(at).kind() == Kind.NUMBER && code(tokens, at, end)) {
        for (var i = at; i < end; i++) {
          var token = tokens.get(i);
          if (token.kind() == Kind.NUMBER) {
            marked.set(i, new Token(Kind.CODE, token.lower(), token.start(), token.end()));
          }
        }
      }
      at = end;
    }
    return marked;
  }

  /** Numbers joined by single signs without white space. */
  private static int endOfChain(List<Token> tokens, int start) {
    var at = start + 1;
    while (tokens.get(at - 1).kind() == Kind.NUMBER
        && at + 1 < tokens.size()
        && joint(tokens.get(at).lower())
        && tokens.get(at + 1).kind() == Kind.NUMBER
        && touching(tokens, at)
        && touching(tokens, at + 1)) {
      at += 2;
    }
    return at;
  }

  private static boolean code(List<Token> tokens, int start, int end) {
    var numbers = (end - start + 1) / 2;
    var slashed = numbers == 2 && !tokens.get(start + 1).is("-");
    var ticket = start > 0 && touching(tokens, start) && tokens.get(start - 1).is("#");
    return numbers > 2 || slashed || ticket;
  }

  private static boolean joint(String sign) {
    return sign.equals("-") || sign.equals("/") || sign.equals(":") || sign.equals(".");
  }

  private static boolean touching(List<Token> tokens, int at) {
    return tokens.get(at - 1).end() == tokens.get(at).start();
  }
}
