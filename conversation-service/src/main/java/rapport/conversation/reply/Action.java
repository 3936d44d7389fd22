package rapport.conversation.reply;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;

/**
 * What a button carries and a client sends back when it is tapped.
 *
 * @param type what to do
 * @param path the field concerned; required for answers and suggestions
 * @param value the answer, the topic asked about, the words to say, or the tag of the language to
 *     go on in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Action(Type type, @Nullable String path, @Nullable FieldValue value) {

  /** The beginning of a BCP 47 tag says enough: language, script, region. */
  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

  public enum Type {
    ANSWER,
    SKIP,
    DONT_KNOW,
    BACK,
    UNDO,
    ACCEPT_SUGGESTION,
    DISMISS_SUGGESTION,
    /** Says which field was meant; without a path none of those named. */
    CHOOSE,
    SUMMARISE,
    FINISH,
    LANGUAGE,
    /** Asks about the topic that is its value. */
    ASK,
    /** Says the words that are its value. */
    SAY,
    /** Wants to talk to a person. */
    HANDOFF;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Action answer(String path, FieldValue value) {
    return new Action(Type.ANSWER, path, value);
  }

  static Action ask(String topic) {
    return new Action(Type.ASK, null, FieldValue.text(topic));
  }

  static Action say(String words) {
    return new Action(Type.SAY, null, FieldValue.text(words));
  }

  static Action of(Type type) {
    return new Action(type, null, null);
  }

  static Action of(Type type, String path) {
    return new Action(type, path, null);
  }

  /**
   * What tapping the button does.
   *
   * @throws IllegalArgumentException when the path or the value is missing
   */
  public Act act() {
    return switch (type) {
      case ANSWER -> new Act.Fill(needed(path), needed(value), needed(value).display(), 1);
      case SKIP -> new Act.Skip(path == null ? List.of() : List.of(path));
      case DONT_KNOW -> new Act.DontKnow(path == null ? List.of() : List.of(path));
      case BACK -> new Act.Back();
      case UNDO -> new Act.Undo();
      case ACCEPT_SUGGESTION -> new Act.AcceptSuggestion(needed(path));
      case DISMISS_SUGGESTION -> new Act.DismissSuggestion(needed(path));
      case CHOOSE -> new Act.Choose(path == null ? List.of() : List.of(path));
      case SUMMARISE -> new Act.Summarise(List.of());
      case FINISH -> new Act.Finish();
      case LANGUAGE -> new Act.SwitchLanguage(tag(needed(value)));
      case ASK -> {
        needed(value);
        yield new Act.AskAbout(null, Act.AskAbout.Topic.OTHER);
      }
      case SAY -> new Act.NotUnderstood(needed(value).display());
      case HANDOFF -> new Act.Handoff();
    };
  }

  private static String tag(FieldValue value) {
    var tag = value.display();
    if (!TAG.matcher(tag).matches()) {
      throw new IllegalArgumentException("this action needs a language");
    }
    return tag;
  }

  private static <T> T needed(@Nullable T part) {
    if (part == null) {
      throw new IllegalArgumentException("this action needs a path and a value");
    }
    return part;
  }
}
