package rapport.profile.account.sighting;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stages in other systems' words as stages of ours. */
final class DealStages {

  private static final Map<String, Pattern> WORDS = words();

  private DealStages() {}

  private static Map<String, Pattern> words() {
    var words = new LinkedHashMap<String, Pattern>();
    words.put("won", Pattern.compile("\\bwon\\b"));
    words.put("lost", Pattern.compile("\\blost\\b"));
    words.put("closing", Pattern.compile("closing|contract|signature|commit|legal"));
    words.put("negotiation", Pattern.compile("negotiat|quote|procurement"));
    words.put("business-case", Pattern.compile("proposal|value|business|decision|perception"));
    words.put(
        "technical-validation",
        Pattern.compile("needs|technical|poc|proof|pilot|trial|validat|demo|evaluat"));
    words.put("discovery", Pattern.compile("prospect|qualif|discover|new|interest"));
    return words;
  }

  /**
   * The stage of ours.
   *
   * @param status {@code open}, {@code won} or {@code lost}
   * @param probability from 0 to 1, for stages whose words say nothing
   */
  static String of(String status, @Nullable String stage, @Nullable BigDecimal probability) {
    if (!status.equals("open")) {
      return status;
    }
    var named = named(stage);
    if (named != null && !named.equals("won") && !named.equals("lost")) {
      return named;
    }
    var likely = probability == null ? 0 : probability.doubleValue();
    return likely >= .85
        ? "closing"
        : likely >= .7
            ? "negotiation"
            : likely >= .45 ? "business-case" : likely >= .2 ? "technical-validation" : "discovery";
  }

  /** By its words alone; null when they say nothing. */
  static @Nullable String named(@Nullable String stage) {
    if (stage == null) {
      return null;
    }
    var lower = stage.toLowerCase(Locale.ROOT);
    return WORDS.entrySet().stream()
        .filter(each -> each.getValue().matcher(lower).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
