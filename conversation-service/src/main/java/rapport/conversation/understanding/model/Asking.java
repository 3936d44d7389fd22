package rapport.conversation.understanding.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.contracts.ItemPath;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.model.Prompt;
import rapport.conversation.model.Question;
import rapport.conversation.understanding.Utterance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides whether a model is asked about a message, and what it gets to see: the message, what the
 * fields are called, and the names of rows. Nothing else that is known of anybody goes out.
 */
final class Asking {

  /** Longer messages would take longer than anybody waits. */
  private static final int LONGEST = 4_000;

  /** An answer of so few words to a single question needs no second opinion. */
  private static final int FEW_WORDS = 4;

  /** So many words beside what is sure may still hold an answer. */
  private static final int SPARE_WORDS = 4;

  /** Signs of code and markup; people answer in words. */
  private static final Pattern CODE = Pattern.compile("[{}]|<[|/!]|```|\\[/?INST");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Prompt prompt;

  Asking(Prompt prompt) {
    this.prompt = prompt;
  }

  /** Whether a model could add to what was understood without it. */
  static boolean worthwhile(Utterance utterance, List<Act> own) {
    var text = utterance.text();
    var words = text.length() <= LONGEST && text.codePoints().anyMatch(Character::isLetter);
    if (!words || CODE.matcher(text).find()) {
      return false;
    }
    if (!own.stream().allMatch(Asking::leavesRoom)) {
      return false;
    }
    var unsure = own.stream().anyMatch(act -> !Own.sure(act));
    var single = own.size() == 1 && utterance.asked().size() == 1 && Own.value(own.getFirst());
    return unsure ? !single || words(text) > FEW_WORDS : spare(text, own) >= SPARE_WORDS;
  }

  /** Who wants to go somewhere, or to change rows, was understood; nothing is to be added. */
  private static boolean leavesRoom(Act act) {
    return Own.value(act)
        || act instanceof Act.Misfit
        || act instanceof Act.NotUnderstood
        || act instanceof Act.Skip
        || act instanceof Act.DontKnow
        || act instanceof Act.SmallTalk
        || act instanceof Act.AskAbout;
  }

  /** How many words stand beside the sure answers; commands have no words of their own. */
  private static int spare(String text, List<Act> own) {
    return words(text)
        - own.stream().mapToInt(act -> words(Own.quote(act))).sum()
        - (own.stream().allMatch(Own::value) ? 0 : SPARE_WORDS);
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  /**
   * The fields a model may fill: those of the record, in words; never what steers a conversation.
   */
  static List<Field> fillable(Utterance utterance) {
    return utterance.fields().stream()
        .filter(field -> !field.control() && !field.generated() && field.asked())
        .filter(field -> field.type() != FieldType.CONFIRM && field.type() != FieldType.IMAGE)
        .toList();
  }

  /**
   * @param fields those it may fill
   * @param schema the form of the answer
   */
  Question question(Utterance utterance, List<Field> fields, JsonNode schema) {
    var data = JSON.createObjectNode();
    var asked = data.putArray("asked");
    utterance.asked().stream()
        .filter(fields::contains)
        .forEach(field ->
            asked
                .addObject()
                .put("field", field.path())
                .put("question", utterance.texts().field(field.path()).ask()));
    var known = data.putArray("fields");
    fields.forEach(field -> describe(known.addObject(), field, utterance));
    data.put("message", utterance.text());
    return new Question(
        Question.Purpose.UNDERSTAND, prompt.instructions(), JSON.writeValueAsString(data), schema);
  }

  private static void describe(ObjectNode entry, Field field, Utterance utterance) {
    var texts = utterance.texts().field(field.path());
    entry.put("field", field.path()).put("called", texts.label());
    entry.put("kind", kind(field.type()));
    field.row().flatMap(row -> title(row, utterance)).ifPresent(row -> entry.put("of", row));
    if (!field.options().isEmpty()) {
      var options = entry.putArray("options");
      field.options().forEach(options::add);
    }
  }

  private static Optional<String> title(ItemPath row, Utterance utterance) {
    return utterance.groups().stream()
        .filter(rows -> rows.group().name().equals(row.group()))
        .flatMap(
            rows -> Stream.ofNullable(utterance.values().get(rows.group().titleOf(row.item()))))
        .map(title -> title.display())
        .findFirst();
  }

  private static String kind(FieldType type) {
    return switch (type) {
      case STRING -> "a few words";
      case TEXT, RICHTEXT -> "sentences";
      case NAME -> "a person's name";
      case CHOICE -> "one of the options";
      case TAGS -> "a list of tags";
      case AGE -> "an age or a range of ages";
      case MONEY -> "an amount of money, with its currency";
      case COUNT, INTEGER -> "a number";
      case DURATION -> "a length of time";
      case EMAIL -> "an e-mail address";
      case PHONE -> "a phone number";
      case URL -> "a web address";
      case CONFIRM -> "yes or no";
      case IMAGE -> "a picture";
    };
  }
}
