package rapport.conversation.genkit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.api.ConversationView;

/**
 * A buying process as the published schema of its flow has it: every text is there, empty while it
 * is not known; only the summary is left out until there is one.
 *
 * @param id the session's id
 * @param profileId the customer profile it is linked to; an addition to the schema
 * @param updatedAt ISO 8601 in UTC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BuyingProcessState(
    @JsonProperty("persona_id") String id,
    @JsonProperty("persona_name") String name,
    @JsonProperty("persona_pain_points") String painPoints,
    @JsonProperty("buying_stages") List<Stage> stages,
    @JsonProperty("ai_generated_summary") @Nullable String summary,
    @JsonProperty("status") String status,
    @JsonProperty("last_updated_at") String updatedAt,
    @JsonProperty("profile_id") @Nullable String profileId) {

  static final String FLOW = "buying-process";

  /**
   * @param id stays with the stage when it is moved or renamed; an addition to the schema
   */
  record Stage(
      @JsonProperty("stage_id") String id,
      @JsonProperty("stage_name") String name,
      @JsonProperty("buyer_actions") String buyerActions,
      @JsonProperty("duration") String duration,
      @JsonProperty("key_influencers") String keyInfluencers,
      @JsonProperty("seller_actions") String sellerActions,
      @JsonProperty("content_type") String contentType,
      @JsonProperty("key_message") String keyMessage) {

    static Stage of(Map<?, ?> row) {
      return new Stage(
          text(row, "stage_id"),
          text(row, "stage_name"),
          text(row, "buyer_actions"),
          text(row, "duration"),
          text(row, "key_influencers"),
          text(row, "seller_actions"),
          text(row, "content_type"),
          text(row, "key_message"));
    }
  }

  static BuyingProcessState of(ConversationView view) {
    var values = view.values();
    return new BuyingProcessState(
        view.id(),
        text(values, "persona_name"),
        text(values, "persona_pain_points"),
        stages(values.get("buying_stages")),
        optional(values, "ai_generated_summary"),
        view.status(),
        view.updatedAt().toString(),
        optional(values, "profile_id"));
  }

  private static List<Stage> stages(@Nullable Object rows) {
    return rows instanceof List<?> list
        ? list.stream().map(row -> Stage.of((Map<?, ?>) row)).toList()
        : List.of();
  }

  private static String text(Map<?, ?> values, String key) {
    var text = optional(values, key);
    return text == null ? "" : text;
  }

  private static @Nullable String optional(Map<?, ?> values, String key) {
    var text =
        switch (values.get(key)) {
          case null -> "";
          case FieldValue value -> value.display();
          case Object other -> other.toString();
        };
    return text.isEmpty() ? null : text;
  }
}
