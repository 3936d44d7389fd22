package rapport.conversation.flow.yaml;

import com.ibm.icu.util.ULocale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.FlowTexts.FieldTexts;
import rapport.conversation.flow.FlowTexts.GroupTexts;
import rapport.conversation.flow.FlowTexts.PhaseTexts;

/** Reads the words of one flow; whether they suit its definition is for {@link TextsCheck}. */
public final class TextsReader {

  private final Problems problems;
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  private TextsReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * The words and where they stand.
   *
   * @param flow the flow they belong to
   * @param lines of the texts of phases and fields, by {@code phases.<id>}, {@code fields.<path>}
   *     and {@code groups.<name>}
   */
  public record Source(
      String flow, FlowTexts texts, Map<String, Integer> lines, Problems problems) {
    ULocale locale() {
      return ULocale.forLanguageTag(texts.locale());
    }
  }

  public static Source read(YamlNode document, Problems problems) {
    return new TextsReader(problems).texts(document);
  }

  private Source texts(YamlNode document) {
    var keys = new Keys(document, 1, "the texts", problems);
    var flow = keys.required("texts");
    var locale = keys.required("locale");
    var title = keys.required("title");
    if (!ULocale.forLanguageTag(locale).toLanguageTag().equals(locale)) {
      problems.add(keys.line("locale"), "'" + locale + "' is no language", "use en or de-CH");
    }
    var phases = new LinkedHashMap<String, PhaseTexts>();
    var fields = new LinkedHashMap<String, FieldTexts>();
    var phaseKeys = keys.keys("phases");
    phaseKeys.names().forEach(id -> phases.put(id, phase(id, phaseKeys.node(id))));
    var fieldKeys = keys.keys("fields");
    fieldKeys.names().forEach(path -> fields.put(path, field(path, fieldKeys.node(path))));
    var groups = new LinkedHashMap<String, GroupTexts>();
    var groupKeys = keys.keys("groups");
    groupKeys.names().forEach(name -> groups.put(name, group(name, groupKeys.node(name))));
    var messages = new LinkedHashMap<String, List<String>>();
    var own = keys.textMap("messages");
    own.forEach((key, text) -> messages.put(key, MessagesReader.alternatives(text)));
    lines.put("messages", keys.line("messages"));
    var remarks = keys.textMap("remarks");
    remarks.keySet().forEach(id -> lines.put("remarks." + id, keys.line("remarks")));
    keys.refuseOthers();
    var texts = new FlowTexts(locale, title, groups, phases, fields, messages, remarks);
    return new Source(flow, texts, lines, problems);
  }

  private GroupTexts group(String name, @Nullable YamlNode node) {
    var keys = new Keys(node, 0, "group " + name, problems);
    lines.put("groups." + name, keys.line());
    var texts = new GroupTexts(keys.required("label"), keys.required("item"), cues(name, keys));
    keys.refuseOthers();
    return texts;
  }

  private PhaseTexts phase(String id, @Nullable YamlNode node) {
    var keys = new Keys(node, 0, "phase " + id, problems);
    lines.put("phases." + id, keys.line());
    var texts = new PhaseTexts(keys.required("title"), keys.required("intro"));
    keys.refuseOthers();
    return texts;
  }

  private FieldTexts field(String path, @Nullable YamlNode node) {
    var keys = new Keys(node, 0, path, problems);
    lines.put("fields." + path, keys.line());
    var texts =
        new FieldTexts(
            keys.required("label"),
            keys.required("ask"),
            keys.text("again"),
            keys.text("brief"),
            keys.text("together"),
            keys.required("help"),
            keys.required("why"),
            keys.text("placeholder"),
            cues(path, keys),
            keys.textMap("options"),
            keys.textMap("replies"),
            keys.text("consent"),
            keys.texts("answers"));
    keys.refuseOthers();
    return texts;
  }

  private List<String> cues(String path, Keys keys) {
    var cues = keys.texts("cues");
    cues.stream()
        .filter(cue -> !Objects.equals(cue, cue.toLowerCase(Locale.ROOT).strip()))
        .forEach(cue ->
            problems.add(
                keys.line("cues"),
                "the cue '" + cue + "' of " + path + " is not in lower case",
                "cues are compared with lower-case text; write it so"));
    return cues;
  }
}
