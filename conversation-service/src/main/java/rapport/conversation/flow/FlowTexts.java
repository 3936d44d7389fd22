package rapport.conversation.flow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of a flow in one language.
 *
 * @param locale BCP 47 tag, such as {@code en}
 * @param title the flow's name for people
 * @param phases by phase id
 * @param fields by field path or control id
 */
public record FlowTexts(
    String locale, String title, Map<String, PhaseTexts> phases, Map<String, FieldTexts> fields) {

  public FlowTexts {
    phases = Map.copyOf(phases);
    fields = Map.copyOf(fields);
  }

  /**
   * @param title the heading in the panel
   * @param intro what the chat says on entering the phase; may use {@code {name}} and {@code
   *     {company}}
   */
  public record PhaseTexts(String title, String intro) {}

  /**
   * @param label the name in the panel
   * @param ask the question; may use {@code {name}}, {@code {company}} and, for controls, context
   *     entries
   * @param again the question when it comes a second time, if it should differ
   * @param help what is meant, with an example; answers "what do you mean?"
   * @param why what the answer is good for; answers "why do you ask?"
   * @param placeholder an example value for the panel's empty input
   * @param cues words that announce the field in a sentence, such as "age", "years old"
   * @param options labels of a choice's options, by option
   * @param replies what the chat says after a choice was made, by option
   */
  public record FieldTexts(
      String label,
      String ask,
      @Nullable String again,
      String help,
      String why,
      @Nullable String placeholder,
      List<String> cues,
      Map<String, String> options,
      Map<String, String> replies) {
    public FieldTexts {
      cues = List.copyOf(cues);
      options = Map.copyOf(options);
      replies = Map.copyOf(replies);
    }

    /** The label of an option; the option itself when none is given. */
    public String option(String option) {
      return options.getOrDefault(option, option);
    }
  }

  public FieldTexts field(String path) {
    var texts = fields.get(path);
    if (texts == null) {
      throw new IllegalArgumentException("no texts for " + path + " in " + locale);
    }
    return texts;
  }

  public PhaseTexts phase(String id) {
    var texts = phases.get(id);
    if (texts == null) {
      throw new IllegalArgumentException("no texts for phase " + id + " in " + locale);
    }
    return texts;
  }
}
