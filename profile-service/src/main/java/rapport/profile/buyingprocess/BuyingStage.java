package rapport.profile.buyingprocess;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import rapport.profile.record.ConversationRecord;

/**
 * One stage of a buying process.
 *
 * @param id never given to another stage of this process
 * @param texts what is known of it, stripped and never blank
 */
public record BuyingStage(String id, Map<StageField, String> texts) {

  public BuyingStage {
    var copy = new EnumMap<StageField, String>(StageField.class);
    copy.putAll(texts);
    texts = Collections.unmodifiableMap(copy);
  }

  static BuyingStage of(String id, ConversationRecord record) {
    var texts = new EnumMap<StageField, String>(StageField.class);
    for (var field : StageField.values()) {
      var text = BuyingProcess.text(record, field.path(id));
      if (!text.isEmpty()) {
        texts.put(field, text);
      }
    }
    return new BuyingStage(id, texts);
  }

  /** What is known; empty when nothing is. */
  public String text(StageField field) {
    return texts.getOrDefault(field, "");
  }

  /** What the stage is called; empty when it has no name yet. */
  public String name() {
    return text(StageField.STAGE_NAME);
  }
}
