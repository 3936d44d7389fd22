package rapport.conversation.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a flow wants to know.
 *
 * @param path where the value lives in the record, such as {@code demographics.age}; a control's id
 * @param phase the phase it is asked in
 * @param type what kind of answer it takes
 * @param control steers the conversation and is not part of the record
 * @param required needed for completion, never for saving
 * @param when holds while the field applies
 * @param asked whether the chat asks for it; otherwise only the panel shows it
 * @param options what a choice offers
 * @param openOptions whether a choice takes other words as well
 * @param optionsFrom the context list whose entries a choice offers besides {@code options}
 * @param suggestions values worth a button, none of them binding
 * @param prefill the context entry the field starts with
 * @param implied answered by any other answer, such as "shall we start?"
 * @param sensitive asked with the reminder that it can be skipped
 * @param generated written by Rapport first, then edited by people
 * @param offers other fields whose value may be the same; offered, never copied
 * @param min least number, for {@link FieldType#INTEGER}
 * @param max greatest number, for {@link FieldType#INTEGER}
 */
public record Field(
    String path,
    String phase,
    FieldType type,
    boolean control,
    boolean required,
    Condition when,
    boolean asked,
    List<String> options,
    boolean openOptions,
    @Nullable String optionsFrom,
    List<String> suggestions,
    @Nullable String prefill,
    boolean implied,
    boolean sensitive,
    boolean generated,
    List<String> offers,
    @Nullable Integer min,
    @Nullable Integer max) {

  public Field {
    options = List.copyOf(options);
    suggestions = List.copyOf(suggestions);
    offers = List.copyOf(offers);
  }

  /** Whether the field applies, given what is known. */
  public boolean appliesTo(Facts facts) {
    return when.holds(facts);
  }
}
