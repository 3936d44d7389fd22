package rapport.conversation.reply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import rapport.contracts.ConversationEvent;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.dialogue.Decision;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.dialogue.DialogueCommand;
import rapport.conversation.dialogue.DialogueDecider;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;

/** A customer-profile conversation in a test, with the replies as people would read them. */
final class Chat {
  private static final FlowCatalog CATALOG = FlowCatalog.fromClasspath();

  private final FlowDefinition flow;
  private final ReplyWriter writer = new TemplateReplyWriter(CATALOG);
  private Dialogue dialogue;
  private Reply reply = new Reply("", "", List.of());
  private int messages;

  private Chat(String flow, Map<String, Object> context) {
    this.flow = CATALOG.latest(flow);
    dialogue = Dialogue.notStarted(context);
    decide(new DialogueCommand.Start("en", "u"));
  }

  static Chat started() {
    return new Chat("customer-profile", Map.of());
  }

  static Chat startedWith(Map<String, Object> context) {
    return new Chat("customer-profile", context);
  }

  /** IT managers with the usual three stages: the first of them is asked about. */
  static Chat atStages() {
    return new Chat("buying-process", Map.of("persona_name", "IT managers"))
        .answers("persona_pain_points", "too many tools")
        .answers("stage_mode", "standard");
  }

  /** Ready, B2B, Kelly Lawson of Acme Corp: the demographics are next. */
  static Chat atDemographics() {
    return startedWith(Map.of("onboarding_company_name", "Acme Corp"))
        .answers("type", "End User")
        .answers("b2b_b2c", "B2B")
        .answers("prototype_name", "Kelly Lawson, Marketing Manager")
        .answers("company_is_right", true)
        .answers("job_title", "Marketing Manager");
  }

  Chat says(Act... acts) {
    messages++;
    return decide(
        new DialogueCommand.Say("m" + messages, "words", Arrays.asList(acts), "u", "next"));
  }

  Chat answers(String path, Object value) {
    return says(new Act.Fill(path, FieldValue.of(value), value.toString(), 0.9));
  }

  Chat edits(String path, Object value) {
    return decide(new DialogueCommand.Edit(path, FieldValue.of(value), dialogue.rev(), "u"));
  }

  private Chat decide(DialogueCommand command) {
    var accepted = (Decision.Accepted) DialogueDecider.decide(flow, dialogue, command);
    var events = new ArrayList<>(accepted.events());
    if (events.stream().anyMatch(ConversationEvent.SummaryRequested.class::isInstance)) {
      var now = dialogue.after(events);
      var ready = new DialogueCommand.SummaryReady("Kelly is busy.", List.of(), now.rev());
      events.addAll(((Decision.Accepted) DialogueDecider.decide(flow, now, ready)).events());
    }
    var after = dialogue.after(events);
    var plan = ReplyPlanner.plan(flow.over(after.rowIds()), dialogue, events, after);
    dialogue = after;
    reply =
        plan.isEmpty()
            ? new Reply("", "", List.of())
            : Objects.requireNonNull(
                writer.write("r", flow.over(after.rowIds()), "en", plan).block());
    return this;
  }

  /** The last reply; empty when nothing was said. */
  String said() {
    return reply.text();
  }

  List<String> buttons() {
    return reply.buttons().stream().map(Reply.Button::label).toList();
  }

  Dialogue dialogue() {
    return dialogue;
  }
}
