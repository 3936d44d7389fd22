package rapport.health.model;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.health.score.Curve;
import rapport.health.score.Curve.Point;
import rapport.health.score.Factor;
import rapport.health.score.Input;
import rapport.health.score.ScoringModel;
import rapport.health.score.ScoringModel.Fault;
import rapport.health.score.ScoringModel.Rule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads and writes a model as YAML: the workspace's time zone, and under each factor each input
 * with its weight and the points of its curve.
 */
public final class ModelFile {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final String ZONE = "time_zone";
  private static final int MOST_POINTS = 50;

  private final long version;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<Input, Rule> rules = new EnumMap<>(Input.class);
  private ZoneId zone = ZoneOffset.UTC;

  private ModelFile(long version) {
    this.version = version;
  }

  /**
   * What a file says.
   *
   * @param faults everything that is wrong; the rest is of no use unless this is empty
   */
  public record Read(ScoringModel model, ZoneId zone, List<Fault> faults) {}

  /**
   * Reads a file; it never throws.
   *
   * @param version the model's, should it be taken
   */
  public static Read read(String yaml, long version) {
    var file = new ModelFile(version);
    file.read(yaml);
    return new Read(new ScoringModel(version, file.rules), file.zone, List.copyOf(file.faults));
  }

  private void read(String yaml) {
    JsonNode root;
    try {
      root = YAML.readTree(yaml);
    } catch (JacksonException e) {
      var place = e.getLocation();
      faults.add(new Fault("line " + (place == null ? 1 : place.getLineNr()), "This is not YAML."));
      return;
    }
    if (!root.isObject()) {
      faults.add(new Fault("", "A model has time_zone and the four factors."));
      return;
    }
    refuseOthers(root, "", names());
    zone(root.get(ZONE));
    for (var factor : Factor.values()) {
      var node = root.get(factor.wire());
      if (node != null && node.isObject()) {
        factor(factor, node);
      }
    }
    if (faults.isEmpty()) {
      faults.addAll(new ScoringModel(version, rules).faults());
    }
  }

  private static Set<String> names() {
    var names = Arrays.stream(Factor.values()).map(Factor::wire).collect(Collectors.toSet());
    names.add(ZONE);
    return names;
  }

  private void zone(@Nullable JsonNode node) {
    if (node == null) {
      return;
    }
    try {
      zone = ZoneId.of(node.asString(""));
    } catch (DateTimeException _) {
      faults.add(new Fault(ZONE, "A time zone is named like Europe/Berlin."));
    }
  }

  private void factor(Factor factor, JsonNode node) {
    var inputs = factor.inputs().stream().map(Input::wire).collect(Collectors.toSet());
    refuseOthers(node, factor.wire() + ".", inputs);
    for (var input : factor.inputs()) {
      var path = factor.wire() + "." + input.wire();
      var declared = node.get(input.wire());
      if (declared != null) {
        rule(path, declared).ifPresent(rule -> rules.put(input, rule));
      }
    }
  }

  private Optional<Rule> rule(String path, JsonNode node) {
    var weight = node.get("weight");
    var curve = node.get("curve");
    refuseOthers(node, path + ".", Set.of("weight", "curve"));
    if (weight == null || !weight.isNumber()) {
      faults.add(new Fault(path + ".weight", "A weight is a number."));
      return Optional.empty();
    }
    if (curve == null || !curve.isArray() || curve.size() > MOST_POINTS) {
      faults.add(new Fault(path + ".curve", "A curve is a list of two to 50 points [x, y]."));
      return Optional.empty();
    }
    var points = new ArrayList<Point>();
    for (var point : curve) {
      if (point.size() != 2 || !point.path(0).isNumber() || !point.path(1).isNumber()) {
        faults.add(new Fault(path + ".curve", "A point is two numbers, [x, y]."));
        return Optional.empty();
      }
      points.add(new Point(point.get(0).asDouble(), point.get(1).asDouble()));
    }
    return Optional.of(new Rule(weight.asDouble(), new Curve(points)));
  }

  private void refuseOthers(JsonNode node, String path, Set<String> known) {
    node.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> faults.add(new Fault(path + name, "Nothing is known by this name.")));
  }

  /** The file that says this. */
  public static String write(ScoringModel model, ZoneId zone) {
    var text = new StringBuilder(ZONE + ": " + zone.getId() + "\n");
    for (var factor : Factor.values()) {
      text.append(factor.wire()).append(":\n");
      for (var input : factor.inputs()) {
        var rule = model.rule(input);
        var points =
            rule.curve().points().stream()
                .map(point -> "[" + number(point.x()) + ", " + number(point.y()) + "]")
                .collect(Collectors.joining(", "));
        text.append(
            "  %s: {weight: %s, curve: [%s]}\n"
                .formatted(input.wire(), number(rule.weight()), points));
      }
    }
    return text.toString();
  }

  private static String number(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
