package rapport.profile.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import rapport.profile.buyingprocess.BuyingProcess;
import rapport.profile.buyingprocess.BuyingProcessTree;
import rapport.profile.record.Progress;
import rapport.profile.store.StoredRecord;

/**
 * The mapping of a buying process in the source's structure, with what we know about it beside the
 * tree.
 *
 * @param rev the conversation's revision it stands at
 * @param progress {@code missing} are the paths of required fields without a value
 * @param additional values of fields that are not the source's, by path; absent when there are none
 */
record BuyingProcessDetail(
    String id,
    long rev,
    Progress progress,
    @JsonProperty("buying_process_mapping") Map<String, Object> buyingProcessMapping,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> additional) {

  static BuyingProcessDetail of(StoredRecord stored) {
    var process = BuyingProcess.of(stored.record());
    return new BuyingProcessDetail(
        stored.id(),
        stored.rev(),
        process.progress(),
        BuyingProcessTree.of(process),
        BuyingProcess.others(stored.record()));
  }
}
