package rapport.conversation.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rapport.conversation.flow.Condition;
import rapport.conversation.flow.ConditionParser;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.Phase;
import rapport.conversation.flow.Rule;

/** A flow with one of everything, small enough to keep in mind. */
final class SmallFlow {

  static final FlowDefinition DEFINITION =
      new FlowDefinition(
          "small",
          1,
          "record",
          List.of("company", "people"),
          List.of(),
          "summary",
          Map.of("name", "name", "company", "company"),
          Map.of(),
          Map.of(),
          List.of(),
          List.of(
              phase("intro", false, field("ready", FieldType.CONFIRM).control().implied()),
              new Phase(
                  "identity",
                  1,
                  false,
                  fields(
                      "identity",
                      field("market", FieldType.CHOICE).required().options("B2B", "B2C"),
                      field("person", FieldType.CHOICE)
                          .control()
                          .options("fresh")
                          .optionsFrom("people")
                          .when("context.people"),
                      field("name", FieldType.NAME).required(),
                      field("company_ok", FieldType.CONFIRM).control().when("prefilled(company)"),
                      field("company", FieldType.STRING).required().prefill("company")),
                  List.of(
                      new Rule(
                          ConditionParser.parse("company_ok == false"),
                          List.of(new Rule.ClearPrefilled("company"))),
                      new Rule(
                          ConditionParser.parse("person && person != 'fresh'"),
                          List.of(
                              new Rule.FillFromChoice(
                                  "person", Map.of("name", "{name}, {title}")))))),
              phase(
                  "details",
                  false,
                  field("age", FieldType.AGE).required(),
                  field("income", FieldType.MONEY),
                  field("staff", FieldType.COUNT).when("market == 'B2B'"),
                  field("hobbies", FieldType.TEXT).when("market == 'B2C'"),
                  field("likes", FieldType.TAGS)),
              new Phase(
                  "review",
                  1,
                  true,
                  fields(
                      "review",
                      field("want_summary", FieldType.CONFIRM).control(),
                      field("focus", FieldType.TAGS).control().when("want_summary == true"),
                      field("summary", FieldType.RICHTEXT).notAsked().generated(),
                      field("next_action", FieldType.CHOICE)
                          .control()
                          .options("another", "leave")
                          .when("completed()")),
                  List.of(
                      new Rule(
                          ConditionParser.parse("want_summary == true && closed(focus)"),
                          List.of(new Rule.RequestSummary("focus"))),
                      new Rule(
                          ConditionParser.parse("next_action == 'another'"),
                          List.of(new Rule.StartNext()))))));

  private SmallFlow() {}

  private static Phase phase(String id, boolean closing, Draft... fields) {
    return new Phase(id, 3, closing, fields(id, fields), List.of());
  }

  private static List<Phase.Step> fields(String phase, Draft... drafts) {
    var fields = new ArrayList<Field>();
    for (var draft : drafts) {
      fields.add(draft.in(phase));
    }
    return List.of(new Phase.Step(null, fields));
  }

  private static Draft field(String path, FieldType type) {
    return new Draft(path, type);
  }

  private static final class Draft {
    private final String path;
    private final FieldType type;
    private boolean control;
    private boolean required;
    private boolean asked = true;
    private boolean implied;
    private boolean generated;
    private Condition when = Condition.always();
    private List<String> options = List.of();
    private String optionsFrom = "";
    private String prefill = "";

    Draft(String path, FieldType type) {
      this.path = path;
      this.type = type;
    }

    Draft control() {
      control = true;
      return this;
    }

    Draft required() {
      required = true;
      return this;
    }

    Draft notAsked() {
      asked = false;
      return this;
    }

    Draft implied() {
      implied = true;
      return this;
    }

    Draft generated() {
      generated = true;
      return this;
    }

    Draft when(String guard) {
      when = ConditionParser.parse(guard);
      return this;
    }

    Draft options(String... values) {
      options = List.of(values);
      return this;
    }

    Draft optionsFrom(String list) {
      optionsFrom = list;
      return this;
    }

    Draft prefill(String entry) {
      prefill = entry;
      return this;
    }

    Field in(String phase) {
      return new Field(
          path,
          phase,
          type,
          control,
          required,
          when,
          asked,
          options,
          false,
          optionsFrom.isEmpty() ? null : optionsFrom,
          List.of(),
          prefill.isEmpty() ? null : prefill,
          implied,
          false,
          generated,
          false,
          List.of(),
          null,
          null);
    }
  }
}
