package rapport.conversation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.conversation.session.ChatMessage;
import rapport.conversation.session.Conversation;

/**
 * A conversation as the visitor who has it sees it: what was said and what is asked. Of what is
 * concluded from it only what shaped a reply, which stands beside that reply: the persona it is
 * meant for and the profile it draws on.
 *
 * @param rev the revision this is
 * @param status {@code in_progress} or {@code completed}
 * @param mode who answers, as in the flow's definition
 * @param dir the direction the language is written in, {@code ltr} or {@code rtl}
 * @param asked paths of the pending question
 * @param next the conversation that continues with the next subject
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VisitorView(
    String id,
    long rev,
    String status,
    String mode,
    String locale,
    String dir,
    List<String> asked,
    @Nullable String next,
    @Nullable List<ChatMessage> messages) {

  static VisitorView of(Conversation conversation) {
    return of(conversation, conversation.messages());
  }

  /** Without the messages, which the feed sends one by one. */
  static VisitorView withoutMessages(Conversation conversation) {
    return of(conversation, null);
  }

  private static VisitorView of(Conversation conversation, @Nullable List<ChatMessage> messages) {
    var dialogue = conversation.dialogue();
    return new VisitorView(
        conversation.id(),
        dialogue.rev(),
        ConversationView.status(dialogue),
        ConversationView.mode(conversation),
        dialogue.locale(),
        Direction.of(dialogue.locale()),
        dialogue.interview().asked(),
        dialogue.next(),
        messages);
  }
}
