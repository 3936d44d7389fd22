package rapport.lead.scoring;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A lead as a scorecard sees it: of each feature the value it has, and the words for that. */
public record Binned(Map<Feature, Bin> bins) {

  /**
   * A value.
   *
   * @param name one of the feature's
   * @param evidence the words it rests on, when there are any
   */
  public record Bin(String name, @Nullable String evidence) {}

  public Binned {
    bins = Map.copyOf(bins);
  }

  /** The value of a feature; that of somebody nothing is known of when it is missing. */
  public Bin of(Feature feature) {
    var bin = bins.get(feature);
    return bin == null ? new Bin(feature.bins().getFirst(), null) : bin;
  }

  /** The same with another value of one feature. */
  Binned with(Feature feature, String bin) {
    var other = new EnumMap<Feature, Bin>(Feature.class);
    other.putAll(bins);
    other.put(feature, new Bin(bin, null));
    return new Binned(other);
  }
}
