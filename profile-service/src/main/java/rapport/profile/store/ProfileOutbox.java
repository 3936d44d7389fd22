package rapport.profile.store;

import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.ProfileState;
import rapport.contracts.WireMessage;
import rapport.profile.profile.ProfileFields;
import rapport.profile.profile.ProfileTree;
import rapport.profile.record.RecordKind;

/** What is to be told about profiles, and each of them as it stands. */
@Component
final class ProfileOutbox extends DocumentNews {

  private static final EventCodec<ProfileState> STATE = new EventCodec<>(ProfileState.CATALOG);

  private final ProfileFields fields;
  private final ProfileTree tree;

  ProfileOutbox(RecordCollections collections, ProfileFields fields, ProfileTree tree) {
    super(collections.of(RecordKind.PROFILE), EventCatalog.PROFILE.topic());
    this.fields = fields;
    this.tree = tree;
  }

  @Override
  WireMessage state(Document document, Document news) {
    var profile = RecordDocuments.record(document);
    var progress = fields.progress(profile);
    var rev = NewsDocuments.rev(news);
    return STATE.encode(
        new Envelope<>(
            "state:" + document.getString("_id") + ":" + rev,
            document.getString("workspace"),
            profile.id(),
            rev,
            NewsDocuments.at(news),
            null,
            null,
            new ProfileState(
                tree.of(profile),
                document.getLong("rev"),
                new ProfileState.Progress(progress.done(), progress.total()))));
  }
}
