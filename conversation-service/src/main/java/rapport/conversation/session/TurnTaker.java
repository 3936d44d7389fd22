package rapport.conversation.session;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.conversation.dialogue.Decision;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.dialogue.DialogueCommand;
import rapport.conversation.dialogue.DialogueDecider;
import rapport.conversation.knowledge.PersonaCard;
import rapport.conversation.reply.Reply;
import rapport.conversation.reply.ReplyPlanner;
import rapport.conversation.reply.ReplyWriter;
import rapport.conversation.summary.model.Drafts;
import rapport.runtime.feed.Feeds;
import rapport.runtime.outbox.OutboxRelay;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Takes one input into a conversation as it is: understand, decide, reply, append, tell. */
@Component
final class TurnTaker {

  private final ConversationLog log;
  private final ConversationCache cache;
  private final ReplyWriter replies;
  private final Drafts summaries;
  private final Personas personas;
  private final OutboxRelay relay;
  private final Feeds feeds;
  private final Clock clock;

  TurnTaker(
      ConversationLog log,
      ConversationCache cache,
      ReplyWriter replies,
      Drafts summaries,
      Personas personas,
      OutboxRelay relay,
      Feeds feeds,
      Clock clock) {
    this.log = log;
    this.cache = cache;
    this.replies = replies;
    this.summaries = summaries;
    this.personas = personas;
    this.relay = relay;
    this.feeds = feeds;
    this.clock = clock;
  }

  /**
   * @return fails with {@link OvertakenException} when the conversation was no longer the latest,
   *     {@link RejectedException} when the command is refused, and 409 {@code id-reused} when
   *     another input came under the same id
   */
  Mono<Outcome> take(Conversation conversation, Input input) {
    var place = conversation.inputs().get(input.id());
    if (place != null) {
      return again(conversation, place, input);
    }
    return input
        .meaning()
        .in(conversation)
        .flatMap(meant ->
            switch (DialogueDecider.decide(
                conversation.definition(), conversation.dialogue(), meant.command())) {
              case Decision.Rejected(var code, var paths) ->
                  Mono.error(new RejectedException(code, paths));
              case Decision.Accepted(var events) when events.isEmpty() ->
                  Mono.just(new Outcome(conversation, null));
              case Decision.Accepted(var events) ->
                  summarised(conversation, events)
                      .flatMap(all -> append(conversation, input, meant, all));
            });
  }

  private Mono<Outcome> again(Conversation conversation, long place, Input input) {
    return log.commit(conversation.workspace(), conversation.id(), place)
        .switchIfEmpty(Mono.error(ConversationReader::notFound)) // erased meanwhile
        .flatMap(commit ->
            commit.fingerprint().equals(input.fingerprint())
                ? Mono.just(new Outcome(conversation, commit))
                : Mono.error(
                    Problem.of(
                        HttpStatus.CONFLICT,
                        "id-reused",
                        "Another input was already taken under this id.")));
  }

  /** The events, followed by the summary they ask for. */
  private Mono<List<ConversationEvent>> summarised(
      Conversation conversation, List<ConversationEvent> events) {
    var focus =
        events.stream()
            .filter(ConversationEvent.SummaryRequested.class::isInstance)
            .map(event -> ((ConversationEvent.SummaryRequested) event).focus())
            .findFirst();
    if (focus.isEmpty()) {
      return Mono.just(events);
    }
    var dialogue = conversation.dialogue().after(events);
    var definition = conversation.definition().over(dialogue.rowIds());
    return summaries
        .draft(definition, dialogue, focus.get())
        .map(text -> new DialogueCommand.SummaryReady(text, focus.get(), dialogue.rev()))
        .map(ready ->
            switch (DialogueDecider.decide(definition, dialogue, ready)) {
              case Decision.Rejected(var code, _) -> throw new IllegalStateException(code);
              case Decision.Accepted(var more) -> {
                var all = new ArrayList<>(events);
                all.addAll(more);
                yield all;
              }
            });
  }

  private Mono<Outcome> append(
      Conversation before, Input input, Input.Meant meant, List<ConversationEvent> events) {
    var dialogue = before.dialogue().after(events);
    return replies(before, meant.earlier(), events, dialogue)
        .flatMap(said -> {
          var unanswered = commit(before, input, meant, events, said);
          var after = before.after(unanswered, dialogue);
          var whole =
              meant.earlier() == null ? unanswered : unanswered.after(meant.earlier().events());
          var commit = unanswered.answered(input.answer().body(before, whole, after));
          return log.append(commit)
              .flatMap(done ->
                  done
                      ? Mono.fromSupplier(() -> tell(before, after, commit))
                      : Mono.error(new OvertakenException(before)));
        });
  }

  private Mono<List<Reply>> replies(
      Conversation before,
      Input.@Nullable Earlier earlier,
      List<ConversationEvent> events,
      Dialogue after) {
    if (before.definition().conduct().assessed() && isUnanswered(events)) {
      return Mono.just(List.of());
    }
    return personas
        .card(before.workspace(), after)
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(card -> replies(before, earlier, events, after, card.orElse(null)));
  }

  /** A message that others have a say in is answered by the next commit. */
  private static boolean isUnanswered(List<ConversationEvent> events) {
    return events.stream().anyMatch(ConversationEvent.MessageReceived.class::isInstance);
  }

  private Mono<List<Reply>> replies(
      Conversation before,
      Input.@Nullable Earlier earlier,
      List<ConversationEvent> events,
      Dialogue after,
      @Nullable PersonaCard card) {
    var definition = before.definition().over(after.rowIds());
    var all = new ArrayList<>(earlier == null ? List.of() : earlier.events());
    all.addAll(events);
    var since = earlier == null ? before.dialogue() : earlier.before();
    var plan = ReplyPlanner.plan(definition, since, all, after, card);
    return plan.isEmpty()
        ? Mono.just(List.of())
        : replies.write("r" + after.rev(), definition, after.locale(), plan).map(List::of);
  }

  private Commit commit(
      Conversation before,
      Input input,
      Input.Meant meant,
      List<ConversationEvent> events,
      List<Reply> said) {
    return new Commit(
        before.workspace(),
        before.id(),
        before.seq() + 1,
        before.dialogue().rev() + 1,
        input.id(),
        input.fingerprint(),
        now(),
        input.actor(),
        input.traceparent(),
        meant.record(),
        events,
        said,
        "");
  }

  /** To the millisecond, which is what the store keeps. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Outcome tell(Conversation before, Conversation after, Commit commit) {
    cache.put(after);
    relay.publish(PublishedEvents.entry(commit), commit.firstRev() - 1);
    feeds.changed(after.streamKey());
    return new Outcome(after, commit, before);
  }
}
