package rapport.conversation.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.conversation.dialogue.DialogueCommand;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers messages of flows in which others have a say in the answer. The message is in the log
 * before anybody is waited for, so nothing is lost; the answer is a commit of its own.
 */
@Component
final class Proceeding {

  private final ConversationReader reader;
  private final ConversationLog log;
  private final Assessments assessments;
  private final Addresses addresses;
  private final Personas personas;

  Proceeding(
      ConversationReader reader,
      ConversationLog log,
      Assessments assessments,
      Addresses addresses,
      Personas personas) {
    this.reader = reader;
    this.log = log;
    this.assessments = assessments;
    this.addresses = addresses;
    this.personas = personas;
  }

  /**
   * What is left to do after an input was taken: nothing, unless it is a message of such a flow,
   * and the bot is to answer it.
   */
  Mono<Input> due(Outcome taken, Input input) {
    var conversation = taken.conversation();
    var commit = taken.commit();
    if (commit == null
        || !conversation.definition().conduct().assessed()
        || messageOf(commit).isEmpty()) {
      return Mono.empty();
    }
    var id = messageOf(commit).get();
    return isAnswered(conversation, id)
        ? Mono.just(proceed(id, Mono.empty(), commit, input))
        : before(taken, commit)
            .filter(before -> !isSilent(before, before.after(commit)))
            .map(before -> proceed(id, Mono.just(before), commit, input));
  }

  /**
   * Waits for the assessment of a message that has not been answered yet. An address given in it is
   * looked into meanwhile; nobody waits for that.
   */
  Mono<Void> await(Outcome taken, Input input) {
    if (isAnswered(taken.conversation(), input.id())) {
      return Mono.empty();
    }
    GivenAddresses.lately(taken.conversation()).values().forEach(addresses::lookInto);
    return assessments.await(taken.conversation(), input.id());
  }

  private static boolean isAnswered(Conversation conversation, String messageId) {
    return conversation.inputs().containsKey(OwnIds.reply(messageId));
  }

  /** Whether a colleague answered before the message and after it. */
  private static boolean isSilent(Conversation before, Conversation after) {
    var conduct = before.definition().conduct();
    return conduct.isHuman(before.dialogue().standing().mode())
        && conduct.isHuman(after.dialogue().standing().mode());
  }

  private Input proceed(String messageId, Mono<Conversation> before, Commit message, Input input) {
    return new Input(
        OwnIds.reply(messageId),
        message.fingerprint(),
        input.actor(),
        input.traceparent(),
        conversation -> meant(messageId, before, message, conversation),
        input.answer());
  }

  private Mono<Input.Meant> meant(
      String messageId, Mono<Conversation> before, Commit message, Conversation conversation) {
    return Mono.zip(before, since(message))
        .flatMap(known -> {
          var events = known.getT2();
          return answers(conversation, events)
              .map(answers ->
                  new Input.Meant(
                      new DialogueCommand.Proceed(
                          messageId, answers, doubted(known.getT1(), conversation)),
                      Map.of("kind", "reply", "message", messageId),
                      new Input.Earlier(known.getT1().dialogue(), events)));
        });
  }

  /** Addresses the person gave lately that take no mail, unless they were just asked something. */
  private List<String> doubted(Conversation before, Conversation conversation) {
    return before.dialogue().interview().unclear() == null
        ? GivenAddresses.lately(conversation).entrySet().stream()
            .filter(given -> addresses.isDoubted(given.getValue()))
            .map(Map.Entry::getKey)
            .toList()
        : List.of();
  }

  private Mono<Conversation> before(Outcome taken, Commit message) {
    return Mono.justOrEmpty(taken.before())
        .switchIfEmpty(
            Mono.defer(
                () -> reader.asOf(message.workspace(), message.stream(), message.firstRev() - 1)));
  }

  private Mono<List<ConversationEvent>> since(Commit message) {
    return log.after(message.workspace(), message.stream(), message.seq() - 1)
        .concatMapIterable(Commit::events)
        .collectList();
  }

  /** What the person asked in the message, each with the approved answer to it. */
  private Mono<List<DialogueCommand.Answering>> answers(
      Conversation conversation, List<ConversationEvent> events) {
    return Flux.fromIterable(VisitorQuestions.in(events))
        .concatMap(question ->
            personas.answer(conversation.workspace(), conversation.dialogue(), question))
        .collectList();
  }

  private static Optional<String> messageOf(Commit commit) {
    return commit.events().stream()
        .filter(ConversationEvent.MessageReceived.class::isInstance)
        .map(event -> ((ConversationEvent.MessageReceived) event).messageId())
        .findFirst();
  }
}
