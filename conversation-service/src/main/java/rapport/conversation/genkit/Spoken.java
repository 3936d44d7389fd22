package rapport.conversation.genkit;

import java.util.List;
import java.util.stream.Collectors;
import rapport.conversation.reply.Reply;
import rapport.conversation.session.ChatMessage;
import rapport.conversation.session.Conversation;

/**
 * What the bot said last.
 *
 * @param buttons what can be said instead of typed: a client sends the label as its message
 */
record Spoken(String text, List<Reply.Button> buttons) {

  private static final Spoken NOTHING = new Spoken("", List.of());

  static Spoken in(Moment moment) {
    var replies = moment.commit().replies();
    return replies.isEmpty()
        ? lastIn(moment.after())
        : new Spoken(
            replies.stream().map(Reply::text).collect(Collectors.joining("\n\n")),
            replies.getLast().buttons());
  }

  static Spoken lastIn(Conversation conversation) {
    return conversation.messages().reversed().stream()
        .filter(message -> message.role().equals("bot"))
        .findFirst()
        .map(Spoken::of)
        .orElse(NOTHING);
  }

  private static Spoken of(ChatMessage message) {
    return new Spoken(message.text(), message.buttons());
  }
}
