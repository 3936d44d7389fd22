package rapport.conversation.session;

import java.util.ArrayList;
import java.util.List;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.WireMessage;

/** Commits as the world hears of them. */
public final class PublishedEvents {

  private static final EventCodec<ConversationEvent> CODEC =
      new EventCodec<>(EventCatalog.CONVERSATION);

  private PublishedEvents() {}

  /** One message for each event, in the order of their revisions. */
  public static List<WireMessage> of(Commit commit) {
    var messages = new ArrayList<WireMessage>();
    var rev = commit.firstRev();
    for (var event : commit.events()) {
      messages.add(
          CODEC.encode(
              new Envelope<>(
                  commit.stream() + ":" + rev,
                  commit.workspace(),
                  commit.stream(),
                  rev,
                  commit.at(),
                  commit.inputId(),
                  commit.traceparent(),
                  event)));
      rev++;
    }
    return messages;
  }
}
