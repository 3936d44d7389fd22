package rapport.conversation.flow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ItemPath;

/**
 * The words of a flow in one language.
 *
 * @param locale BCP 47 tag, such as {@code en}
 * @param title the flow's name for people
 * @param groups by group name
 * @param phases by phase id
 * @param fields by field path or control id
 * @param messages general messages that this flow says in its own words, with their alternatives
 * @param remarks what it says or offers of its own accord, by id
 */
public record FlowTexts(
    String locale,
    String title,
    Map<String, GroupTexts> groups,
    Map<String, PhaseTexts> phases,
    Map<String, FieldTexts> fields,
    Map<String, List<String>> messages,
    Map<String, String> remarks) {

  public FlowTexts {
    remarks = Map.copyOf(remarks);
    groups = Map.copyOf(groups);
    messages = Map.copyOf(messages);
    phases = Map.copyOf(phases);
    fields = Map.copyOf(fields);
  }

  /**
   * @param label what all rows are called together, such as "Buying stages"
   * @param item what one of them is called, such as "Stage"
   * @param cues more words for one of them in a sentence, such as "step"
   */
  public record GroupTexts(String label, String item, List<String> cues) {
    public GroupTexts {
      cues = List.copyOf(cues);
    }
  }

  /**
   * @param title the heading in the panel
   * @param intro what the chat says on entering the phase; may use {@code {name}} and {@code
   *     {company}}
   */
  public record PhaseTexts(String title, String intro) {}

  /**
   * @param label the name in the panel
   * @param ask the question; may use the flow's names, such as {@code {name}}, and in a row what
   *     the row is called, such as {@code {stage}}
   * @param again the question when it comes a second time, if it should differ
   * @param brief the question when it is one of several about a row that was just named
   * @param together the question when several rows are asked for it at once; may use {@code
   *     {count}}
   * @param help what is meant, with an example; answers "what do you mean?"
   * @param why what the answer is good for; answers "why do you ask?"
   * @param placeholder an example value for the panel's empty input
   * @param cues words that announce the field in a sentence, such as "age", "years old"
   * @param options labels of a choice's options, by option
   * @param replies what the chat says after a choice was made, by option
   * @param consent what a person agrees to by answering, or null
   * @param answers what people say to it; who says something like that to another question means
   *     this field
   */
  public record FieldTexts(
      String label,
      String ask,
      @Nullable String again,
      @Nullable String brief,
      @Nullable String together,
      String help,
      String why,
      @Nullable String placeholder,
      List<String> cues,
      Map<String, String> options,
      Map<String, String> replies,
      @Nullable String consent,
      List<String> answers) {
    public FieldTexts {
      answers = List.copyOf(answers);
      cues = List.copyOf(cues);
      options = Map.copyOf(options);
      replies = Map.copyOf(replies);
    }

    /** The label of an option; the option itself when none is given. */
    public String option(String option) {
      return options.getOrDefault(option, option);
    }
  }

  /** The texts of a field; rows share those of their group. */
  public FieldTexts field(String path) {
    var texts = fields.get(ItemPath.template(path));
    if (texts == null) {
      throw new IllegalArgumentException("no texts for " + path + " in " + locale);
    }
    return texts;
  }

  public GroupTexts group(String name) {
    var texts = groups.get(name);
    if (texts == null) {
      throw new IllegalArgumentException("no texts for group " + name + " in " + locale);
    }
    return texts;
  }

  /** What a remark says, or how a next step is called. */
  public String remark(String id) {
    var text = remarks.get(id);
    if (text == null) {
      throw new IllegalArgumentException("no words for " + id + " in " + locale);
    }
    return text;
  }

  public PhaseTexts phase(String id) {
    var texts = phases.get(id);
    if (texts == null) {
      throw new IllegalArgumentException("no texts for phase " + id + " in " + locale);
    }
    return texts;
  }
}
