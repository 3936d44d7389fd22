package rapport.lead.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import rapport.lead.scoring.Feature;
import rapport.lead.scoring.Scorecard;
import tools.jackson.databind.JsonNode;

/** A scorecard as an administrator writes it. */
public final class ScorecardFile {

  private static final double MOST = 1000;

  private ScorecardFile() {}

  /** The points every workspace begins with. */
  public static String usual() {
    try (var in = ScorecardFile.class.getResourceAsStream("/lead/scorecard.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param version the version it gets
   * @throws rapport.runtime.problem.Problem 422 {@code invalid-scorecard} naming every mistake
   */
  public static Scorecard read(String text, String version) {
    var yaml = Yaml.read("scorecard", text);
    var base = number(yaml, "base", yaml.root().path("base"));
    var points = new HashMap<String, Double>();
    yaml.root()
        .properties()
        .forEach(entry -> {
          if (!List.of("base", "points").contains(entry.getKey())) {
            yaml.wrong(entry.getKey(), "unknown-field", "There are base and points.");
          }
        });
    yaml.root()
        .path("points")
        .properties()
        .forEach(entry ->
            Feature.named(entry.getKey())
                .ifPresentOrElse(
                    feature -> points.putAll(values(yaml, feature, entry.getValue())),
                    () ->
                        yaml.wrong(
                            "points." + entry.getKey(),
                            "unknown-feature",
                            "Nothing of that name is known of a lead.")));
    return yaml.sound(new Scorecard(version, base, points, List.of()));
  }

  private static Map<String, Double> values(Yaml yaml, Feature feature, JsonNode node) {
    var values = new HashMap<String, Double>();
    node.properties()
        .forEach(entry -> {
          var path = "points." + feature.wire() + "." + entry.getKey();
          if (feature.bins().contains(entry.getKey())) {
            values.put(feature.wire() + "." + entry.getKey(), number(yaml, path, entry.getValue()));
          } else {
            yaml.wrong(path, "unknown-value", "It is one of " + feature.bins() + ".");
          }
        });
    return values;
  }

  private static double number(Yaml yaml, String path, JsonNode node) {
    if (!node.isNumber() || Math.abs(node.asDouble()) > MOST) {
      yaml.wrong(path, "no-number", "It is a number from -1000 to 1000.");
      return 0;
    }
    return node.asDouble();
  }
}
