package rapport.profile.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import rapport.profile.buyingprocess.BuyingProcess;
import rapport.profile.profile.ProfileFields;
import rapport.profile.profile.ProfileTree;
import rapport.profile.record.Progress;
import rapport.profile.store.StoredRecord;

/**
 * A profile in the source's structure, with what we know about it beside the tree.
 *
 * @param rev the conversation's revision it stands at
 * @param progress {@code missing} are the paths of required fields without a value
 * @param additional values of fields that are not the source's, by path; absent when there are none
 * @param buyingProcesses those linked to it, the one changed last first; at most 50
 */
record ProfileDetail(
    String id,
    long rev,
    Progress progress,
    @JsonProperty("customer_profile") Map<String, Object> customerProfile,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> additional,
    List<Linked> buyingProcesses) {

  /** A mapping that is about this profile; its persona's name may be empty still. */
  record Linked(String id, String personaName) {
    static Linked of(StoredRecord stored) {
      return new Linked(stored.id(), BuyingProcess.of(stored.record()).personaName());
    }
  }

  static ProfileDetail of(
      StoredRecord stored, ProfileFields fields, ProfileTree tree, List<StoredRecord> linked) {
    return new ProfileDetail(
        stored.id(),
        stored.rev(),
        fields.progress(stored.record()),
        tree.of(stored.record()),
        tree.others(stored.record()),
        linked.stream().map(Linked::of).toList());
  }
}
