package rapport.conversation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.Condition;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.Group;
import rapport.conversation.flow.Phase;

/**
 * A flow as the panel needs it.
 *
 * @param root the name of the record's tree
 * @param dir the direction the language is written in, {@code ltr} or {@code rtl}
 * @param summaryField the field that holds the summary, if there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FlowView(
    String name,
    int version,
    String root,
    String locale,
    String dir,
    String title,
    @Nullable String summaryField,
    List<GroupView> groups,
    List<PhaseView> phases) {

  /**
   * Rows of the same fields, whose paths are written {@code name[].field} here.
   *
   * @param key the name of a row's id in the record
   * @param min least number of rows of a complete record
   * @param max greatest number of rows
   * @param titlePath the field rows are called by
   * @param label what all rows are called together
   * @param itemLabel what one row is called
   */
  record GroupView(
      String name,
      String key,
      int min,
      int max,
      String titlePath,
      String label,
      String itemLabel) {}

  record PhaseView(String id, String title, String intro, List<FieldView> fields) {}

  /**
   * @param control steers the conversation and is not part of the record
   * @param asked whether the chat asks for it
   * @param appliesWhen the guard, absent when it always applies; a conversation's {@code fields}
   *     say which ones apply to it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FieldView(
      String path,
      String type,
      String label,
      String help,
      @Nullable String placeholder,
      boolean control,
      boolean asked,
      boolean required,
      boolean sensitive,
      boolean generated,
      @Nullable String appliesWhen,
      List<Option> options,
      boolean openOptions,
      @Nullable String optionsFrom,
      List<Option> suggestions) {}

  record Option(String value, String label) {}

  static FlowView of(FlowDefinition definition, FlowTexts texts) {
    return new FlowView(
        definition.name(),
        definition.version(),
        definition.root(),
        texts.locale(),
        Direction.of(texts.locale()),
        texts.title(),
        definition.summaryField().isEmpty() ? null : definition.summaryField(),
        definition.groups().values().stream().map(group -> group(group, texts)).toList(),
        definition.phases().stream().map(phase -> phase(phase, texts)).toList());
  }

  private static GroupView group(Group group, FlowTexts texts) {
    var words = texts.group(group.name());
    return new GroupView(
        group.name(),
        group.key(),
        group.min(),
        group.max(),
        group.title(),
        words.label(),
        words.item());
  }

  private static PhaseView phase(Phase phase, FlowTexts texts) {
    var words = texts.phase(phase.id());
    return new PhaseView(
        phase.id(),
        words.title(),
        words.intro(),
        phase.fields().stream().map(field -> field(field, texts.field(field.path()))).toList());
  }

  private static FieldView field(Field field, FlowTexts.FieldTexts words) {
    return new FieldView(
        field.path(),
        field.type().name().toLowerCase(Locale.ROOT),
        words.label(),
        words.help(),
        words.placeholder(),
        field.control(),
        field.asked(),
        field.required(),
        field.sensitive(),
        field.generated(),
        field.when().equals(Condition.always()) ? null : field.when().expression(),
        options(field.options(), words),
        field.openOptions(),
        field.optionsFrom(),
        options(field.suggestions(), words));
  }

  private static List<Option> options(List<String> values, FlowTexts.FieldTexts words) {
    return values.stream().map(value -> new Option(value, words.option(value))).toList();
  }
}
