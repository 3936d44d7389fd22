package rapport.profile.journeymap;

/** Few colours on white: the buyer's side and the seller's are told apart, on paper as well. */
final class Palette {

  static final String PAPER = "#FFFFFF";
  static final String INK = "#1F2430";
  static final String SOFT = "#5B6475";
  static final String RULE = "#DDE1EC";

  static final String BUYER = "#4453C6";
  static final String BUYER_TINT = "#F1F3FC";
  static final String SELLER = "#0E7C86";
  static final String SELLER_TINT = "#EAF6F6";

  private Palette() {}

  /** A colour from the buyer's at 0 to the seller's at 1. */
  static String between(double share) {
    var mixed = new StringBuilder("#");
    for (int at = 1; at < BUYER.length(); at += 2) {
      var from = Integer.parseInt(BUYER, at, at + 2, 16);
      var to = Integer.parseInt(SELLER, at, at + 2, 16);
      mixed.append("%02X".formatted(Math.round(from + (to - from) * share)));
    }
    return mixed.toString();
  }
}
