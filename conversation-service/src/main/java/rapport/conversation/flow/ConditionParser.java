package rapport.conversation.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the guard language described at {@link Condition}. */
public final class ConditionParser {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<op>&&|\\|\\||==|!=|>=|<|[!()\\[\\],])|'(?<text>[^']*)'|(?<word>[\\w.\\[\\]]*\\w))");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int next;

  private record Token(String text, boolean quoted) {}

  private ConditionParser(String source) {
    this.source = source;
  }

  /**
   * Parses a guard.
   *
   * @throws IllegalArgumentException naming the guard and what is wrong with it
   */
  public static Condition parse(String source) {
    var parser = new ConditionParser(source);
    parser.tokenize();
    var condition = parser.or();
    if (parser.next < parser.tokens.size()) {
      throw parser.error("unexpected '" + parser.tokens.get(parser.next).text() + "'");
    }
    return condition;
  }

  private void tokenize() {
    Matcher matcher = TOKEN.matcher(source.strip());
    var end = 0;
    while (end < source.strip().length() && matcher.find(end) && matcher.start() == end) {
      if (matcher.group("text") != null) {
        tokens.add(new Token(matcher.group("text"), true));
      } else {
        var op = matcher.group("op");
        tokens.add(new Token(op != null ? op : matcher.group("word"), false));
      }
      end = matcher.end();
    }
    if (end < source.strip().length()) {
      throw error("cannot read '" + source.strip().substring(end) + "'");
    }
  }

  private Condition or() {
    var any = new ArrayList<>(List.of(and()));
    while (take("||")) {
      any.add(and());
    }
    return any.size() == 1 ? any.getFirst() : new Condition.Or(any);
  }

  private Condition and() {
    var all = new ArrayList<>(List.of(not()));
    while (take("&&")) {
      all.add(not());
    }
    return all.size() == 1 ? all.getFirst() : new Condition.And(all);
  }

  private Condition not() {
    if (take("!")) {
      return new Condition.Not(not());
    }
    if (take("(")) {
      var inner = or();
      expect(")");
      return inner;
    }
    return comparison(word());
  }

  private Condition comparison(String subject) {
    if (take("(")) {
      return function(subject);
    }
    if (take("==")) {
      return oneOf(subject, List.of(literal()));
    }
    if (take("!=")) {
      return new Condition.Not(oneOf(subject, List.of(literal())));
    }
    if (take(">=")) {
      return new Condition.AtLeast(subject, number());
    }
    if (take("<")) {
      return new Condition.Not(new Condition.AtLeast(subject, number()));
    }
    if (take("in")) {
      expect("[");
      var texts = new ArrayList<>(List.of(literal()));
      while (take(",")) {
        texts.add(literal());
      }
      expect("]");
      return oneOf(subject, texts);
    }
    return new Condition.Present(subject);
  }

  private Condition function(String name) {
    if (name.equals("completed")) {
      expect(")");
      return new Condition.Completed();
    }
    var path = word();
    expect(")");
    return switch (name) {
      case "prefilled" -> new Condition.Prefilled(path);
      case "closed" -> new Condition.Closed(path);
      default -> throw error("no function '" + name + "'; there are prefilled, closed, completed");
    };
  }

  private static Condition oneOf(String subject, List<Token> literals) {
    Set<String> texts = new HashSet<>();
    var orAbsent = false;
    for (var literal : literals) {
      if (literal.quoted()) {
        texts.add(literal.text());
      } else {
        switch (literal.text()) {
          case "null" -> orAbsent = true;
          case "true" -> texts.add("yes");
          case "false" -> texts.add("no");
          default -> texts.add(literal.text());
        }
      }
    }
    return new Condition.OneOf(subject, texts, orAbsent);
  }

  private BigDecimal number() {
    var text = literal().text();
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      throw error("a number is expected instead of '" + text + "'");
    }
  }

  private Token literal() {
    var token = token();
    if (!token.quoted() && !Character.isLetterOrDigit(token.text().charAt(0))) {
      throw error("a value is expected instead of '" + token.text() + "'");
    }
    return token;
  }

  private Token token() {
    if (next >= tokens.size()) {
      throw error("a value is missing at the end");
    }
    return tokens.get(next++);
  }

  private String word() {
    var token = token();
    if (token.quoted() || !Character.isLetter(token.text().charAt(0))) {
      throw error("a field is expected instead of '" + token.text() + "'");
    }
    return token.text();
  }

  private boolean take(String text) {
    if (next < tokens.size()
        && !tokens.get(next).quoted()
        && tokens.get(next).text().equals(text)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String text) {
    if (!take(text)) {
      throw error("'" + text + "' is missing");
    }
  }

  private IllegalArgumentException error(String what) {
    return new IllegalArgumentException("guard \"" + source + "\": " + what);
  }
}
