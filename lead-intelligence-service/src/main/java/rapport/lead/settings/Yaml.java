package rapport.lead.settings;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML text being read, with every mistake found in it. */
final class Yaml {

  private static final int LONGEST = 20_000;
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String kind;
  private final JsonNode root;
  private final List<FieldError> errors = new ArrayList<>();

  private Yaml(String kind, JsonNode root) {
    this.kind = kind;
    this.root = root;
  }

  /**
   * @param kind what it describes, such as {@code icp}
   * @throws Problem 422 {@code invalid-<kind>} when it is no YAML object
   */
  static Yaml read(String kind, String text) {
    if (text.length() > LONGEST) {
      throw invalid(kind, List.of(new FieldError("", "too-long", "At most 20000 characters.")));
    }
    try {
      var root = MAPPER.readTree(text);
      if (root.isObject()) {
        return new Yaml(kind, root);
      }
      throw invalid(kind, List.of(new FieldError("", "wrong-type", "It has to be a mapping.")));
    } catch (JacksonException e) {
      var at = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
      throw invalid(kind, List.of(new FieldError(at, "no-yaml", e.getOriginalMessage())));
    }
  }

  JsonNode root() {
    return root;
  }

  void wrong(String path, String code, String detail) {
    errors.add(new FieldError(path, code, detail));
  }

  /** Passes the result on unless something was wrong. */
  <T> T sound(T result) {
    if (!errors.isEmpty()) {
      throw invalid(kind, errors);
    }
    return result;
  }

  private static Problem invalid(String kind, List<FieldError> errors) {
    return Problem.of(
            HttpStatus.UNPROCESSABLE_CONTENT, "invalid-" + kind, "It cannot be used as it is.")
        .withErrors(errors);
  }
}
