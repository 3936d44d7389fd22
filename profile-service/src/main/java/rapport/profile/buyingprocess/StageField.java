package rapport.profile.buyingprocess;

import java.util.Locale;
import rapport.contracts.ItemPath;

/** What is said of a buying stage, in the order of the source's structure. */
public enum StageField {
  STAGE_NAME,
  BUYER_ACTIONS,
  DURATION,
  KEY_INFLUENCERS,
  SELLER_ACTIONS,
  CONTENT_TYPE,
  KEY_MESSAGE;

  /** The name in the source's structure, such as {@code buyer_actions}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The path of any stage's field, such as {@code buying_stages[].buyer_actions}. */
  public String template() {
    return path("");
  }

  /** The path of one stage's field, such as {@code buying_stages[s2].buyer_actions}. */
  String path(String stage) {
    return new ItemPath(BuyingProcess.STAGES, stage, key()).toString();
  }
}
