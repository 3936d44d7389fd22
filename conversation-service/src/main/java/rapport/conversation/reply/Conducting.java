package rapport.conversation.reply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rapport.contracts.ConversationEvent;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Conduct;
import rapport.conversation.reply.Part.Arg;

/**
 * Says what belongs to an open conversation: who conducts it, what is asked there, what is next.
 */
final class Conducting {

  private final Happening happening;
  private final Conduct conduct;
  private final Parts parts;

  Conducting(Happening happening, Parts parts) {
    this.happening = happening;
    this.conduct = happening.definition().conduct();
    this.parts = parts;
  }

  /** Whether a colleague answers, so that the bot has nothing to say. */
  boolean isSilent() {
    return conduct.isHuman(happening.before().standing().mode())
        && conduct.isHuman(happening.after().standing().mode())
        && !happening.any(ConversationEvent.AgentJoined.class);
  }

  void say() {
    happening.each(ConversationEvent.ModeSwitched.class, this::switched);
    happening.each(
        ConversationEvent.AgentJoined.class,
        joined -> parts.say("handoff.joined", Map.of("agent", new Arg.Words(joined.name()))));
    happening.each(ConversationEvent.QuestionAnswered.class, this::answered);
    happening.each(ConversationEvent.QuestionLeftOpen.class, _ -> parts.say("answer.open"));
    conduct.remarks().stream()
        .filter(remark ->
            remark.when().holds(happening.after()) && !remark.when().holds(happening.before()))
        .forEach(remark -> parts.add(new Part.Remark(remark.id())));
    happening.each(ConversationEvent.EmailCaptured.class, this::agreed);
  }

  private void switched(ConversationEvent.ModeSwitched event) {
    switch (event.reason()) {
      case "requested" -> parts.say("handoff.requested");
      case "handed-back" -> parts.say("handoff.back");
      default -> {
        // What the new mode is for is told by the flow's own remarks.
      }
    }
  }

  private void answered(ConversationEvent.QuestionAnswered event) {
    parts.add(new Part.Plain(event.answer()));
    if (event.source() != null && !event.source().isBlank()) {
      parts.say("answer.source", Map.of("source", new Arg.Words(event.source())));
    }
  }

  /** Who gave an address unasked has not seen yet what they agree to. */
  private void agreed(ConversationEvent.EmailCaptured event) {
    if (event.consent() != null && !event.consent().shown()) {
      parts.add(new Part.Consent(event.path()));
    }
  }

  ReplyPlan.Aside aside() {
    var after = happening.after();
    var persona = after.standing().persona();
    var context = new LinkedHashMap<String, FieldValue>();
    conduct
        .shown()
        .forEach((name, path) -> {
          var value = after.value(path);
          if (value != null) {
            context.put(name, value);
          }
        });
    return new ReplyPlan.Aside(persona == null ? null : persona.persona(), nextSteps(), context);
  }

  /** What a person may do next, as things stand. */
  List<String> nextSteps() {
    return conduct.nextSteps().stream()
        .filter(step -> step.when().holds(happening.after()))
        .map(Conduct.Remark::id)
        .toList();
  }
}
