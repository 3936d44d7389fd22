package rapport.conversation.session;

import java.util.ArrayList;
import java.util.List;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.WireMessage;
import rapport.runtime.outbox.OutboxEntry;

/** Commits as the world hears of them. */
public final class PublishedEvents {

  private static final EventCodec<ConversationEvent> CODEC =
      new EventCodec<>(EventCatalog.CONVERSATION);

  private PublishedEvents() {}

  /** What is to be told of a commit that has been stored. */
  public static OutboxEntry entry(Commit commit) {
    return new OutboxEntry(
        commit.id(), commit.streamKey(), commit.lastRev(), commit.at(), of(commit));
  }

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
