package rapport.lead.lead;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rapport.lead.icp.IcpMatch;
import rapport.lead.portrait.Portrait;
import rapport.lead.scoring.Binned;
import rapport.lead.scoring.Binning;
import rapport.lead.scoring.Feature;
import rapport.lead.scoring.Recommendation;
import rapport.lead.scoring.Score;

/**
 * What a lead was found to be at a time.
 *
 * @param inputs stands for everything it was made of; the same inputs would give the same again
 * @param model the scorecard's version
 */
public record Analysis(
    String inputs,
    String model,
    boolean calibrated,
    Portrait portrait,
    IcpMatch icp,
    Score score,
    List<Recommendation> recommendations,
    Instant at) {

  public Analysis {
    recommendations = List.copyOf(recommendations);
  }

  /**
   * Looks at a lead.
   *
   * @param before what was found last
   * @return what was found last when nothing has changed that could make a difference
   */
  static Analysis of(Portrait portrait, Yardsticks by, @Nullable Analysis before, Instant now) {
    var icp = by.icp().match(portrait::value);
    var lead = Binning.of(portrait, icp, now);
    var inputs = inputs(portrait, lead, by);
    if (before != null && before.inputs().equals(inputs)) {
      return before;
    }
    return new Analysis(
        inputs,
        by.card().version(),
        !by.card().calibration().isEmpty(),
        portrait,
        icp,
        by.card().score(lead),
        Recommendation.of(lead, by.card()),
        now);
  }

  /** Times and how often something was said count only as far as a feature knows of them. */
  private static String inputs(Portrait portrait, Binned lead, Yardsticks by) {
    var card = by.card();
    var text = new StringBuilder(card.version()).append('|').append(by.icpRev());
    // Points learned anew from corrected outcomes have the version of those before.
    text.append('|').append(card.base()).append(new TreeMap<>(card.points()));
    text.append(card.calibration());
    Arrays.stream(Feature.values()).forEach(it -> text.append('|').append(lead.of(it).name()));
    text.append('|').append(portrait.talks()).append('|').append(portrait.persona());
    portrait.facts().forEach(fact -> text.append('|').append(fact.path()).append(fact.value()));
    portrait.signals().forEach(one -> text.append('|').append(one.type()).append(one.quote()));
    portrait.technologies().forEach(one -> text.append('|').append(one.name()));
    portrait.competitors().forEach(one -> text.append('|').append(one.name()).append(one.stance()));
    return HexFormat.of().formatHex(sha256(text.toString()), 0, 16);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
