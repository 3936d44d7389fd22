package rapport.conversation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rapport.conversation.session.Conversation;

/**
 * A conversation in the queue.
 *
 * @param persona the id of the persona the person is taken for
 * @param intent how likely they are to buy, from 0 to 1
 * @param called what a rule of the flow called a colleague for; the bot answers meanwhile
 * @param agent who took it over; absent while it waits
 * @param lastMessage what was said last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WaitingView(
    String id,
    String flow,
    long rev,
    String mode,
    String locale,
    @Nullable String persona,
    @Nullable Double intent,
    @Nullable String called,
    @Nullable String agent,
    @Nullable String lastMessage,
    Instant updatedAt) {

  static WaitingView of(Conversation conversation) {
    var dialogue = conversation.dialogue();
    var standing = dialogue.standing();
    var messages = conversation.messages();
    return new WaitingView(
        conversation.id(),
        dialogue.flow(),
        dialogue.rev(),
        ConversationView.mode(conversation),
        dialogue.locale(),
        standing.persona() == null ? null : standing.persona().persona(),
        standing.intent() == null ? null : standing.intent().score(),
        standing.called(),
        standing.agent() == null ? null : standing.agent().name(),
        messages.isEmpty() ? null : messages.getLast().text(),
        conversation.updatedAt());
  }
}
