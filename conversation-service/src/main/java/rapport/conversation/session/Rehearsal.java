package rapport.conversation.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import rapport.conversation.dialogue.Decision;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.dialogue.DialogueCommand;
import rapport.conversation.dialogue.DialogueDecider;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.reply.ReplyPlanner;
import rapport.conversation.reply.ReplyWriter;
import rapport.conversation.understanding.embedded.EmbeddedInterpreter;
import rapport.conversation.understanding.spoken.Listener;
import rapport.runtime.worker.BackgroundWork;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Holds a short talk in each flow with itself once the service is up, so that the first person is
 * answered as quickly, and understood as well, as the hundredth: what a flow's sentences mean is
 * loaded when they are first needed. Nothing of it is kept, and no language model is asked.
 */
@Component
final class Rehearsal implements DisposableBean {

  private static final String LANGUAGE = "en";
  private static final int TIMES = 5;
  private static final List<String> SAID =
      List.of(
          "yes, let's start",
          "Kelly Lawson",
          "she is 42 and decides about the budget, about 50,000 a year",
          "no, I meant 43",
          "what do you need that for?",
          "skip this one");

  private final Listener listener;
  private final FlowCatalog flows;
  private final ReplyWriter replies;
  private final BackgroundWork background = new BackgroundWork(1);

  Rehearsal(EmbeddedInterpreter interpreter, FlowCatalog flows, ReplyWriter replies) {
    this.listener = new Listener(interpreter, flows);
    this.flows = flows;
    this.replies = replies;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    var all =
        Flux.range(0, TIMES)
            .concatMapIterable(_ -> flows.names())
            .concatMap(flow -> talk(flows.latest(flow)))
            .subscribeOn(Schedulers.boundedElastic());
    background.start("rehearsal", all.then());
  }

  @Override
  public void destroy() {
    background.stop(Duration.ZERO);
  }

  /** What came of the talk in the end. */
  Mono<Dialogue> talk(FlowDefinition flow) {
    var start = new DialogueCommand.Start(LANGUAGE, null);
    var dialogue = after(flow, Dialogue.notStarted(Map.of()), start);
    for (var text : SAID) {
      dialogue = dialogue.flatMap(before -> said(flow, before, text));
    }
    return dialogue;
  }

  private Mono<Dialogue> said(FlowDefinition flow, Dialogue before, String text) {
    var id = "rehearsal-" + before.rev();
    return listener
        .hear(flow.over(before.rowIds()), before, text)
        .map(heard -> new DialogueCommand.Say(id, text, heard.acts(), null, id))
        .flatMap(command -> after(flow, before, command));
  }

  private Mono<Dialogue> after(FlowDefinition flow, Dialogue before, DialogueCommand command) {
    return switch (DialogueDecider.decide(flow.over(before.rowIds()), before, command)) {
      case Decision.Rejected _ -> Mono.just(before);
      case Decision.Accepted(var events) -> {
        var after = before.after(events);
        var definition = flow.over(after.rowIds());
        var plan = ReplyPlanner.plan(definition, before, events, after);
        yield plan.isEmpty()
            ? Mono.just(after)
            : replies.write("rehearsal", definition, after.locale(), plan).thenReturn(after);
      }
    };
  }
}
