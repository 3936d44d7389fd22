package rapport.profile.projection;

import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.RecordKind;
import rapport.profile.record.RecordUpdate;
import rapport.runtime.projection.Projection;

/**
 * Folds the events of conversations into mappings of buying processes; other flows leave nothing
 * but a start.
 */
final class BuyingProcessProjection implements Projection<RecordUpdate, ConversationEvent> {

  @Override
  public String name() {
    return RecordKind.BUYING_PROCESS.many();
  }

  @Override
  public EventCatalog<ConversationEvent> catalog() {
    return EventCatalog.CONVERSATION;
  }

  @Override
  public RecordUpdate empty(String workspace, String stream) {
    return RecordUpdate.saved(ConversationRecord.none(stream));
  }

  @Override
  public RecordUpdate apply(RecordUpdate update, Envelope<ConversationEvent> event) {
    return update.apply(event);
  }

  @Override
  public boolean passesOver(RecordUpdate update) {
    return update.record().isOtherThan(RecordKind.BUYING_PROCESS);
  }
}
