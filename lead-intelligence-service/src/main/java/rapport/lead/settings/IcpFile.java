package rapport.lead.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.lead.icp.Criterion;
import rapport.lead.icp.Criterion.Wish;
import rapport.lead.icp.Icp;
import tools.jackson.databind.JsonNode;

/**
 * An ideal customer profile as an administrator writes it:
 *
 * <pre>
 * name: Small software companies
 * criteria:
 *   - { field: company.size, between: [2, 50], weight: 3 }
 *   - { field: company.techStack, anyOf: [React, Node.js] }
 *   - { field: behavior.decisionMaker, is: true }
 * </pre>
 */
public final class IcpFile {

  /** What a workspace has before it wrote one. */
  public static final String USUAL =
      """
      # Whom you would like best. Fields are those of a lead's facts, and persona. For each one of
      # between: [from, to], anyOf: [words], is: true or false; weight is 1 unless you say otherwise.
      # - { field: company.size, between: [2, 50], weight: 3 }
      name: ""
      criteria: []
      """;

  private static final int MOST = 30;
  private static final Set<String> FIELDS =
      Set.of(
          "persona",
          "company.size",
          "company.techStack",
          "company.name",
          "company.industry",
          "behavior.role",
          "behavior.decisionMaker",
          "requirements.primaryUseCase",
          "requirements.volume",
          "requirements.painPoint",
          "requirements.timeline",
          "requirements.integrations",
          "requirements.budgetRange",
          "requirements.security");

  private IcpFile() {}

  /**
   * @throws rapport.runtime.problem.Problem 422 {@code invalid-icp} naming every mistake
   */
  public static Icp read(String text) {
    var yaml = Yaml.read("icp", text);
    var criteria = new ArrayList<Criterion>();
    var listed = yaml.root().path("criteria");
    if (!listed.isArray() || listed.size() > MOST) {
      yaml.wrong("criteria", "wrong-type", "It is a list of at most 30 criteria.");
    }
    for (var at = 0; at < Math.min(listed.size(), MOST); at++) {
      var criterion = criterion(yaml, "criteria[" + at + "]", listed.path(at));
      if (criterion != null) {
        criteria.add(criterion);
      }
    }
    return yaml.sound(new Icp(yaml.root().path("name").asString(""), criteria));
  }

  private static @Nullable Criterion criterion(Yaml yaml, String path, JsonNode node) {
    var field = node.path("field").asString("");
    if (!FIELDS.contains(field)) {
      yaml.wrong(path + ".field", "unknown-field", "It is one of " + sorted() + ".");
    }
    var weight = node.has("weight") ? node.path("weight").asDouble(0) : 1;
    if (!(weight > 0 && weight <= 100)) {
      yaml.wrong(path + ".weight", "no-weight", "It is more than 0 and at most 100.");
    }
    var wish = wish(node);
    if (wish == null) {
      yaml.wrong(
          path,
          "no-wish",
          "It needs one of between: [from, to], anyOf: [words], is: true or false.");
      return null;
    }
    return new Criterion(field, wish, weight);
  }

  private static @Nullable Wish wish(JsonNode node) {
    var between = node.path("between");
    if (between.size() == 2 && between.path(0).isNumber() && between.path(1).isNumber()) {
      return new Wish.Between(between.path(0).asDouble(), between.path(1).asDouble());
    }
    var anyOf = node.path("anyOf");
    if (anyOf.isArray() && !anyOf.isEmpty()) {
      return new Wish.AnyOf(anyOf.valueStream().map(word -> word.asString("")).toList());
    }
    return node.path("is").isBoolean() ? new Wish.Is(node.path("is").asBoolean()) : null;
  }

  private static List<String> sorted() {
    return FIELDS.stream().sorted().toList();
  }
}
