package rapport.lead.persona.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.contracts.PersonaState;
import rapport.contracts.PersonaState.Answer;
import rapport.contracts.PersonaState.Button;
import rapport.contracts.PersonaState.Maker;
import rapport.contracts.PersonaState.Question;
import rapport.contracts.PersonaState.Status;
import rapport.lead.persona.Persona;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Personas by site as JSON: an object with a list of personas for each site, or a list of personas
 * that each name their {@code site}; either may lie under {@code personas} or {@code sites}. A
 * persona needs an {@code id} or a {@code name}; everything else may be missing.
 */
public final class PersonaFile {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PersonaFile() {}

  /** The personas every workspace without a site begins with. */
  public static List<Persona> starter() {
    try (var stream = PersonaFile.class.getResourceAsStream("/lead/starter.json")) {
      var all = read(JSON.readTree(Objects.requireNonNull(stream)), Maker.STARTER);
      return Objects.requireNonNull(all.get(PersonaState.STARTER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file's content.
   *
   * @throws IllegalArgumentException when it is not of the form above
   */
  public static Map<String, List<Persona>> read(JsonNode root, Maker maker) {
    var personas = new LinkedHashMap<String, List<Persona>>();
    collect(root, PersonaState.STARTER, maker, personas);
    return personas;
  }

  private static void collect(
      JsonNode node, String site, Maker maker, Map<String, List<Persona>> personas) {
    if (node.isArray()) {
      node.forEach(each -> collect(each, site, maker, personas));
    } else if (isPersona(node)) {
      var of = text(node, "site", site);
      personas.computeIfAbsent(of, _ -> new ArrayList<>()).add(persona(node, of, maker));
    } else if (node.has("personas")) {
      var of = text(node, "site", text(node, "id", text(node, "name", site)));
      collect(Objects.requireNonNull(node.get("personas")), of, maker, personas);
    } else if (node.isObject()) {
      node.properties()
          .forEach(entry -> {
            var of = entry.getKey().equals("sites") ? site : entry.getKey();
            collect(entry.getValue(), of, maker, personas);
          });
    } else {
      throw new IllegalArgumentException("not personas: " + node.getNodeType());
    }
  }

  private static boolean isPersona(JsonNode node) {
    return node.isObject() && (node.has("id") || node.has("name")) && !node.has("personas");
  }

  private static Persona persona(JsonNode node, String site, Maker maker) {
    var id = text(node, "id", text(node, "name", ""));
    return new Persona(
        id,
        new PersonaState(
            text(node, "name", id.replaceAll("[_-]+", " ")),
            1,
            site,
            Status.APPROVED,
            maker,
            text(node, "description", text(node, "summary", "")),
            texts(node, "needs", "goals", "pains", "painPoints"),
            texts(node, "vocabulary", "keywords", "words"),
            texts(node, "exemplars", "exemplarQuestions", "questions", "examples"),
            nullable(node, "opening"),
            nullable(node, "nextSteps"),
            questions(node.path("questions")),
            buttons(node.path("buttons")),
            answers(node.path("knowledge"))));
  }

  private static List<Question> questions(JsonNode list) {
    var questions = new ArrayList<Question>();
    for (var each : list) {
      if (each.isObject()) {
        questions.add(new Question(nullable(each, "path"), text(each, "text", "")));
      }
    }
    return questions;
  }

  private static List<Button> buttons(JsonNode list) {
    var buttons = new ArrayList<Button>();
    for (var each : list) {
      buttons.add(
          each.isString()
              ? new Button(each.asString(), null)
              : new Button(text(each, "label", ""), nullable(each, "topic")));
    }
    return buttons;
  }

  private static List<Answer> answers(JsonNode list) {
    var answers = new ArrayList<Answer>();
    for (var each : list) {
      answers.add(
          new Answer(
              text(each, "topic", ""),
              text(each, "question", ""),
              text(each, "answer", ""),
              nullable(each, "source")));
    }
    return answers;
  }

  /** The texts of all lists of these names; those that are not texts are left out. */
  private static List<String> texts(JsonNode node, String... names) {
    var texts = new ArrayList<String>();
    for (var name : names) {
      node.path(name)
          .forEach(each -> {
            if (each.isString()) {
              texts.add(each.asString());
            }
          });
    }
    return texts;
  }

  private static @Nullable String nullable(JsonNode node, String name) {
    return node.path(name).isString() ? node.path(name).asString() : null;
  }

  private static String text(JsonNode node, String name, String otherwise) {
    var text = nullable(node, name);
    return text == null ? otherwise : text;
  }
}
