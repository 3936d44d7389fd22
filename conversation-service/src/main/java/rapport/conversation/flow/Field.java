package rapport.conversation.flow;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ItemPath;

/**
 * One thing a flow wants to know.
 *
 * @param path where the value lives in the record, such as {@code demographics.age}; a control's
 *     id; {@code buying_stages[].duration} for a field of every row, {@code
 *     buying_stages[s2].duration} for that of one row
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
 * @param unique no two rows hold the same value, upper and lower case aside
 * @param offers other fields whose value may be the same; offered, never copied
 * @param min least number, for {@link FieldType#INTEGER}
 * @param max greatest number, for {@link FieldType#INTEGER}
 * @param timing when it is asked and heard
 * @param consent name and version of the text a person agrees to by answering, or null
 * @param mentions tags that are heard wherever they are mentioned, in a question too; of a string
 *     the {@link #KINDS_OF_MENTIONS} that are
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
    boolean unique,
    List<String> offers,
    @Nullable Integer min,
    @Nullable Integer max,
    Timing timing,
    @Nullable String consent,
    List<String> mentions) {

  /** How much in what time, such as "100 tickets a day"; by when, such as "before the summer". */
  public static final List<String> KINDS_OF_MENTIONS = List.of("rate", "by_when");

  public Field {
    mentions = List.copyOf(mentions);
    options = List.copyOf(options);
    suggestions = List.copyOf(suggestions);
    offers = List.copyOf(offers);
  }

  /** A field that is asked in its turn. */
  public Field(
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
      boolean unique,
      List<String> offers,
      @Nullable Integer min,
      @Nullable Integer max) {
    this(
        path,
        phase,
        type,
        control,
        required,
        when,
        asked,
        options,
        openOptions,
        optionsFrom,
        suggestions,
        prefill,
        implied,
        sensitive,
        generated,
        unique,
        offers,
        min,
        max,
        Timing.IN_TURN,
        null,
        List.of());
  }

  /** Whether the field applies, given what is known. */
  public boolean appliesTo(Facts facts) {
    return when.holds(facts);
  }

  /** The same field of one row. */
  Field of(String item) {
    return new Field(
        path.replace("[]", "[" + item + "]"),
        phase,
        type,
        control,
        required,
        when,
        asked,
        options,
        openOptions,
        optionsFrom,
        suggestions,
        prefill,
        implied,
        sensitive,
        generated,
        unique,
        offers,
        min,
        max,
        timing,
        consent,
        mentions);
  }

  /** The row the field belongs to; empty for a field outside of groups. */
  public Optional<ItemPath> row() {
    return ItemPath.parse(path);
  }

  /** Whether both are asked of the same row, or of no row. */
  public boolean sharesRowWith(Field other) {
    return row().map(ItemPath::item).equals(other.row().map(ItemPath::item));
  }

  /** Whether both are the same field, if of different rows. */
  public boolean sharesTemplateWith(Field other) {
    return ItemPath.template(path).equals(ItemPath.template(other.path));
  }
}
