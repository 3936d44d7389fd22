package rapport.conversation.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Instructions for a model, from {@code prompts/<name>.yaml}. Whoever changes what they say raises
 * the version, so that records tell which ones an answer came from.
 *
 * @param prompt its name
 * @param version from 1
 * @param instructions what the model is told to do
 */
public record Prompt(String prompt, int version, String instructions) {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /** The prompt of that name. */
  public static Prompt named(String name) {
    try (var file = new ClassPathResource("prompts/" + name + ".yaml").getInputStream()) {
      return YAML.readValue(new String(file.readAllBytes(), StandardCharsets.UTF_8), Prompt.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the prompt " + name + " cannot be read", unreadable);
    }
  }

  /** Name and version, such as {@code understand@1}. */
  public String id() {
    return prompt + "@" + version;
  }
}
