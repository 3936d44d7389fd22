package rapport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A persona as it stands, published on the compacted topic {@code rapport.persona.state}, keyed by
 * workspace and persona: a kind of visitor, how to recognise one, and what to say. Its envelope's
 * revision counts its changes. Only approved personas are meant for visitors. Add optional fields
 * only.
 *
 * @param version counts what a visitor would notice; approving and rejecting leave it as it is
 * @param site the site it was made for; {@link #STARTER} for those every workspace begins with
 * @param needs what such visitors are after
 * @param vocabulary words they use
 * @param exemplars sentences one of them might say
 * @param opening what to say to one who has just been recognised
 * @param nextSteps what to find out next, for whoever reads along
 * @param buttons what to offer them to say
 * @param knowledge what may be told about the product; an answer that is not here is not known
 */
public record PersonaState(
    String name,
    int version,
    String site,
    Status status,
    Maker maker,
    String description,
    List<String> needs,
    List<String> vocabulary,
    List<String> exemplars,
    @Nullable String opening,
    @Nullable String nextSteps,
    List<Question> questions,
    List<Button> buttons,
    List<Answer> knowledge) {

  /** Stands for a site where a workspace has none. */
  public static final String STARTER = "starter";

  /** The topic and the wire name. */
  public static final EventCatalog<PersonaState> CATALOG =
      new EventCatalog<>(
          "rapport.persona.state",
          "/rapport/lead-intelligence-service",
          Map.of("rapport.persona.state-recorded.v1", PersonaState.class));

  /** Whether a person has agreed to it. */
  public enum Status {
    PROPOSED,
    APPROVED,
    REJECTED,
    /** It became part of another one. */
    MERGED;

    /** The name on the wire, in lower case. */
    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who wrote it first. */
  public enum Maker {
    /** Read from a site. */
    CRAWL,
    /** Came with Rapport. */
    STARTER,
    /** A person of the workspace. */
    PERSON;

    /** The name on the wire, in lower case. */
    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A question made for this persona.
   *
   * @param path the field of the conversation it asks for; none when it asks for no field
   */
  public record Question(@Nullable String path, String text) {}

  /**
   * A thing to say with one tap.
   *
   * @param topic of the answer to give; none when it is an answer itself
   */
  public record Button(String label, @Nullable String topic) {}

  /**
   * What may be told.
   *
   * @param topic a short name, such as {@code pricing}
   * @param question how a visitor would ask
   * @param answer in the workspace's own words
   * @param source the page it was read from; none when a person wrote it
   */
  public record Answer(String topic, String question, String answer, @Nullable String source) {}

  public PersonaState {
    needs = List.copyOf(needs);
    vocabulary = List.copyOf(vocabulary);
    exemplars = List.copyOf(exemplars);
    questions = List.copyOf(questions);
    buttons = List.copyOf(buttons);
    knowledge = List.copyOf(knowledge);
  }
}
