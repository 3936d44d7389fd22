package rapport.profile.buyingprocess;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.Progress;
import rapport.profile.record.Status;

/**
 * The mapping of a persona's buying process: a record of that kind as its readers know it. Texts
 * are stripped, and empty while nothing is known.
 *
 * @param id the conversation's id
 * @param stages in order
 * @param profileId the customer profile it is about, when linked to one
 * @param lastUpdatedAt when a value, a stage or the status changed last
 */
public record BuyingProcess(
    String id,
    String personaName,
    String painPoints,
    List<BuyingStage> stages,
    String summary,
    Status status,
    Instant lastUpdatedAt,
    @Nullable String createdBy,
    @Nullable String profileId) {

  public static final String PERSONA_NAME = "persona_name";
  public static final String PAIN_POINTS = "persona_pain_points";
  public static final String STAGES = "buying_stages";
  public static final String SUMMARY = "ai_generated_summary";
  public static final String PROFILE_ID = "profile_id";

  public BuyingProcess {
    stages = List.copyOf(stages);
  }

  /** The mapping a record holds, which has begun. */
  public static BuyingProcess of(ConversationRecord record) {
    return new BuyingProcess(
        record.id(),
        text(record, PERSONA_NAME),
        text(record, PAIN_POINTS),
        record.rows().of(STAGES).stream().map(id -> BuyingStage.of(id, record)).toList(),
        text(record, SUMMARY),
        record.status(),
        requireNonNull(record.lastUpdatedAt()),
        record.createdBy(),
        profileId(record));
  }

  /** The customer profile a record is linked to; none when it is not. */
  public static @Nullable String profileId(ConversationRecord record) {
    var id = text(record, PROFILE_ID);
    return id.isEmpty() ? null : id;
  }

  /** How far it has come; the summary is nobody's duty. Without a stage the stages are missing. */
  public Progress progress() {
    var texts = new LinkedHashMap<String, String>();
    texts.put(PERSONA_NAME, personaName);
    texts.put(PAIN_POINTS, painPoints);
    for (var stage : stages) {
      for (var field : StageField.values()) {
        texts.put(field.path(stage.id()), stage.text(field));
      }
    }
    var missing = new ArrayList<>(texts.keySet());
    missing.removeIf(path -> !requireNonNull(texts.get(path)).isEmpty());
    var done = texts.size() - missing.size() + (summary.isEmpty() ? 0 : 1);
    if (stages.isEmpty()) {
      missing.add(STAGES);
    }
    return new Progress(done, texts.size() + 1, missing);
  }

  static String text(ConversationRecord record, String path) {
    var value = record.value(path);
    return value == null ? "" : value.display().strip();
  }

  /** Values that have no place in the source's structure, by path, so that nothing is lost. */
  public static Map<String, Object> others(ConversationRecord record) {
    var others = new LinkedHashMap<String, Object>();
    record.fields().shown().forEach((path, held) -> others.put(path, held.value().json()));
    others.keySet().removeAll(List.of(PERSONA_NAME, PAIN_POINTS, SUMMARY, PROFILE_ID));
    for (var stage : record.rows().of(STAGES)) {
      for (var field : StageField.values()) {
        others.remove(field.path(stage));
      }
    }
    return others;
  }
}
