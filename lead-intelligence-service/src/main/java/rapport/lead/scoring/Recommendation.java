package rapport.lead.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What to do next about a lead.
 *
 * @param input the feature it would change
 * @param points by which the score would rise if it turned out well
 */
public record Recommendation(String input, String text, double points) {

  private static final double WORTH_IT = 1;
  private static final int MOST = 5;

  /** A thing that can be found out or done, and the best that can come of it. */
  private record Move(List<String> from, String to, String text) {}

  private static final Map<Feature, Move> MOVES = moves();

  private static Map<Feature, Move> moves() {
    var moves = new EnumMap<Feature, Move>(Feature.class);
    moves.put(
        Feature.AUTHORITY,
        new Move(List.of("unknown", "no"), "yes", "Find out who decides, and bring them in."));
    moves.put(
        Feature.TIMELINE,
        new Move(List.of("none", "weak"), "strong", "Ask by when they want it to run."));
    moves.put(
        Feature.BUDGET, new Move(List.of("unknown"), "stated", "Ask what there is to spend."));
    moves.put(Feature.NEED, new Move(List.of("unknown"), "stated", "Ask what they need it for."));
    moves.put(
        Feature.SIZE, new Move(List.of("unknown"), "large", "Ask how many people would use it."));
    moves.put(
        Feature.ICP,
        new Move(
            List.of("unknown"), "ideal", "Ask for what tells whether they are an ideal customer."));
    moves.put(
        Feature.INDUSTRY, new Move(List.of("unknown"), "known", "Ask which industry they are in."));
    moves.put(
        Feature.PRICING, new Move(List.of("none", "weak"), "strong", "Talk about the price."));
    moves.put(
        Feature.RECENCY,
        new Move(
            List.of("fortnight", "month", "older"),
            "week",
            "Get in touch again; it has been quiet."));
    moves.put(
        Feature.OBJECTION,
        new Move(List.of("strong", "weak"), "none", "Answer what they object to."));
    return moves;
  }

  /** The moves that would raise the score most, the best first. */
  public static List<Recommendation> of(Binned lead, Scorecard card) {
    var found = new ArrayList<Recommendation>();
    MOVES.forEach((feature, move) -> {
      var now = lead.of(feature).name();
      var gain = card.of(feature, move.to()) - card.of(feature, now);
      if (move.from().contains(now) && gain >= WORTH_IT) {
        found.add(new Recommendation(feature.wire(), move.text(), gain));
      }
    });
    found.sort(
        Comparator.comparingDouble(Recommendation::points)
            .reversed()
            .thenComparing(Recommendation::input));
    return found.stream().limit(MOST).toList();
  }
}
