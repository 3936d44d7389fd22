package rapport.standalone.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** Alert rules and dashboards as they are shipped. */
public final class Monitoring {

  private static final Path DEPLOY = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LABELS = Pattern.compile("\\{[^}]*}");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:rapport|jvm|http|process)_[a-z0-9_]+");

  private Monitoring() {}

  /** A rule of {@code rules.yml}. */
  record Rule(Map<?, ?> rule) {

    boolean isAlert() {
      return rule.containsKey("alert");
    }

    /** Of the alert, or of what is recorded. */
    String name() {
      return String.valueOf(rule.get(isAlert() ? "alert" : "record"));
    }

    String expression() {
      return String.valueOf(rule.get("expr"));
    }

    String annotation(String name) {
      return rule.get("annotations") instanceof Map<?, ?> all ? String.valueOf(all.get(name)) : "";
    }
  }

  static List<Rule> rules() {
    var rules = new ArrayList<Rule>();
    for (var group : maps(yaml("prometheus/rules.yml").get("groups"))) {
      maps(group.get("rules")).forEach(rule -> rules.add(new Rule(rule)));
    }
    return rules;
  }

  /** The names of the alerts that {@code rules-test.yml} looks at. */
  static Set<String> tested() {
    return maps(yaml("prometheus/rules-test.yml").get("tests")).stream()
        .flatMap(test -> maps(test.get("alert_rule_test")).stream())
        .filter(test -> test.get("exp_alerts") instanceof List<?> due && !due.isEmpty())
        .map(test -> String.valueOf(test.get("alertname")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of the runbooks. */
  static Set<String> runbooks() {
    return names("runbooks", ".md");
  }

  /** What the panels of the dashboards ask for. */
  static List<String> panels() {
    var asked = new ArrayList<String>();
    for (var name : names("grafana", ".json")) {
      var board = JsonMapper.shared().readTree(read("grafana/" + name + ".json"));
      for (var panel : board.path("panels")) {
        panel.path("targets").forEach(target -> asked.add(target.path("expr").asString()));
      }
    }
    return asked;
  }

  /**
   * Every metric that a process of Rapport has to have for rules and dashboards to say anything.
   */
  public static Set<String> metrics() {
    var expressions = new ArrayList<>(panels());
    rules().forEach(rule -> expressions.add(rule.expression()));
    return expressions.stream()
        .map(expression -> LABELS.matcher(expression).replaceAll(""))
        .flatMap(expression -> METRIC.matcher(expression).results().map(found -> found.group()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(String folder, String ending) {
    try (var files = Files.list(DEPLOY.resolve(folder))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<?, ?> yaml(String file) {
    Map<?, ?> content = new Yaml().load(read(file));
    return content;
  }

  private static List<Map<?, ?>> maps(@Nullable Object list) {
    return list instanceof List<?> all
        ? all.stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList()
        : List.of();
  }

  private static String read(String file) {
    try {
      return Files.readString(DEPLOY.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
