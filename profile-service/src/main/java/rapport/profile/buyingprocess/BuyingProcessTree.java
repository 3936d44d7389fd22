package rapport.profile.buyingprocess;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lays a mapping out as the tree its readers know: an element of {@code buying_process_mappings}.
 * Besides the source's fields a stage has its {@code stage_id}, and a mapping that is linked to a
 * customer profile its {@code profile_id}. Texts nobody has given yet are empty strings, as the
 * source's schema wants them; only the summary, the author and the link may be absent.
 */
public final class BuyingProcessTree {

  private BuyingProcessTree() {}

  public static Map<String, Object> of(BuyingProcess process) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("persona_id", process.id());
    tree.put(BuyingProcess.PERSONA_NAME, process.personaName());
    tree.put(BuyingProcess.PAIN_POINTS, process.painPoints());
    tree.put(
        BuyingProcess.STAGES, process.stages().stream().map(BuyingProcessTree::stage).toList());
    if (!process.summary().isEmpty()) {
      tree.put(BuyingProcess.SUMMARY, process.summary());
    }
    tree.put("status", process.status().wire());
    tree.put("last_updated_at", process.lastUpdatedAt().toString());
    if (process.createdBy() != null) {
      tree.put("created_by", process.createdBy());
    }
    if (process.profileId() != null) {
      tree.put(BuyingProcess.PROFILE_ID, process.profileId());
    }
    return tree;
  }

  private static Map<String, Object> stage(BuyingStage stage) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("stage_id", stage.id());
    for (var field : StageField.values()) {
      tree.put(field.key(), stage.text(field));
    }
    return tree;
  }
}
