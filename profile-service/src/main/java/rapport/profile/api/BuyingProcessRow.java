package rapport.profile.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.profile.buyingprocess.BuyingProcess;
import rapport.profile.buyingprocess.BuyingStage;
import rapport.profile.store.StoredRecord;

/**
 * The mapping of a buying process in a list; what is not known yet is absent.
 *
 * @param stages what the stages are called, in order; empty for one without a name
 * @param profileId the customer profile it is linked to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BuyingProcessRow(
    String id,
    @Nullable String personaName,
    List<String> stages,
    String status,
    Done progress,
    @Nullable String profileId,
    Instant lastUpdatedAt) {

  static BuyingProcessRow of(StoredRecord stored) {
    var process = BuyingProcess.of(stored.record());
    return new BuyingProcessRow(
        process.id(),
        process.personaName().isEmpty() ? null : process.personaName(),
        process.stages().stream().map(BuyingStage::name).toList(),
        process.status().wire(),
        Done.of(process.progress()),
        process.profileId(),
        process.lastUpdatedAt());
  }
}
