package rapport.integrations.automation.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import rapport.integrations.automation.definition.Definition;
import rapport.integrations.automation.definition.Definition.Written;
import rapport.integrations.automation.definition.DefinitionReader;

/** The automations that come with Rapport. */
final class Playbooks {

  private Playbooks() {}

  static List<Written> all() {
    return switch (DefinitionReader.read(text())) {
      case Definition.Valid(var automations) -> automations;
      case Definition.Invalid(var faults) ->
          throw new IllegalStateException("playbooks.yaml: " + faults);
    };
  }

  private static String text() {
    try (var file = Playbooks.class.getResourceAsStream("/playbooks.yaml")) {
      return new String(
          Objects.requireNonNull(file, "playbooks.yaml is missing").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
