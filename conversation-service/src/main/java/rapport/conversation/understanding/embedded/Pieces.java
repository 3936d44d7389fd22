package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import rapport.conversation.value.Token.Kind;

/** Cuts what is said about a row into the smallest parts that may belong to different columns. */
final class Pieces {

  private static final Set<String> SIGNS = Set.of(",", ";", "|", "(", ")", ".", "!", "?");

  /** So far ahead somebody may be named before it is said that they decide. */
  private static final int FAR = 14;

  private final Reading reading;
  private final ColumnReader reader;

  Pieces(Reading reading, ColumnReader reader) {
    this.reading = reading;
    this.reader = reader;
  }

  /**
   * A part.
   *
   * @param span its words, without those that join it to what stands before
   * @param opens whether it begins a sentence or line
   */
  record Piece(Span span, boolean opens) {}

  List<Piece> of(List<Span> stretches) {
    var pieces = new ArrayList<Piece>();
    for (var stretch : stretches) {
      cut(stretch, pieces);
    }
    return pieces;
  }

  private void cut(Span stretch, List<Piece> pieces) {
    var from = stretch.from();
    var opens = true;
    var quoted = false;
    for (var at = stretch.from(); at <= stretch.to(); at++) {
      quoted ^= at < stretch.to() && doubleQuote(at);
      var end = at == stretch.to() || (!quoted && separates(at));
      var joint = !end && !quoted && at > from && joins(from, at, stretch.to());
      if (end || joint) {
        opens = add(pieces, new Span(from, at), opens) ? sentenceEnds(at) : opens;
        from = end ? at + 1 : at;
      }
    }
  }

  private boolean doubleQuote(int at) {
    return reading.tokens().is(at, "\"");
  }

  /** Adds a part without its joints, if anything is left of it; whether it was. */
  private boolean add(List<Piece> pieces, Span span, boolean opens) {
    var words = new Cursor(reading, span).skip("joints").skip("row_then").skip("joints");
    var bare = opens ? words.skip("answer_openers").rest() : words.rest();
    if (bare.empty()) {
      return false;
    }
    pieces.add(new Piece(bare, opens));
    return true;
  }

  private boolean sentenceEnds(int at) {
    var token = reading.tokens().get(at);
    return token.kind() == Kind.BREAK || token.is(";") || token.is(".") || token.is("|");
  }

  private boolean separates(int at) {
    var tokens = reading.tokens();
    var token = tokens.get(at);
    var dash = token.is("-") && !tokens.touchesPrevious(at) && !tokens.touchesPrevious(at + 1);
    var inside = token.is(".") && tokens.touchesPrevious(at + 1);
    return token.kind() == Kind.BREAK || dash || (SIGNS.contains(token.lower()) && !inside);
  }

  /** "... and the CFO decides", "... and it takes a month". */
  private boolean joins(int from, int at, int to) {
    var length =
        Math.max(
            reading.language().length("joints", reading.tokens(), at, to),
            reading.language().length("column_joints", reading.tokens(), at, to));
    var before = new Cursor(reading, new Span(from, at)).skip("joints").rest();
    return length > 0
        && reader.begins(new Span(at + length, Math.min(to, clauseEnd(at, to))), before);
  }

  private int clauseEnd(int at, int to) {
    var end = at + 1;
    while (end < to && end < at + FAR && !separates(end)) {
      end++;
    }
    return end;
  }
}
