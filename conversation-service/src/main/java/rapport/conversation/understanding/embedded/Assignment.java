package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import rapport.conversation.understanding.embedded.Scores.Score;

/** Gives each value to at most one field, and each field at most one value, the best first. */
final class Assignment {

  private Assignment() {}

  /**
   * @param scores the best first
   * @return those that won and reach the threshold
   */
  static List<Score> of(List<Score> scores) {
    var fields = new HashSet<String>();
    var won = new ArrayList<Score>();
    for (var score : scores) {
      var free =
          won.stream().noneMatch(w -> w.candidate().span().overlaps(score.candidate().span()));
      if (score.score() >= Confidence.LEAST && free && fields.add(score.field().path())) {
        won.add(score);
      }
    }
    return won;
  }
}
