package rapport.integrations.automation.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A task as an action makes it.
 *
 * @param due until when, such as {@code 2d}
 * @param role whose task it is while the subject has no owner
 */
record TaskTemplate(
    String title,
    @Nullable String text,
    @Nullable List<String> checklist,
    String due,
    @Nullable String role,
    @Nullable String priority) {

  /** Those of the built-in actions, by their names. */
  static Map<String, TaskTemplate> builtIn() {
    try (var file = TaskTemplate.class.getResourceAsStream("/automation-tasks.yaml")) {
      return YAMLMapper.builder()
          .build()
          .readValue(
              Objects.requireNonNull(file, "automation-tasks.yaml is missing"),
              new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
