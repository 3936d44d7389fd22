package rapport.conversation.summary.yaml;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code flows/<flow>.summary.<locale>.yaml} as it is written. */
record SummaryFile(
    @JsonProperty(required = true) String summary,
    @JsonProperty(required = true) String locale,
    @JsonProperty(required = true) Subject subject,
    @Nullable String kind,
    @JsonProperty(value = "only_name", required = true) String onlyName,
    @JsonProperty(required = true) String nothing,
    @JsonProperty(required = true) Map<String, FocusEntry> focus,
    @JsonProperty(required = true) Map<String, Text> texts) {

  record Subject(
      @JsonProperty(required = true) String field,
      @JsonProperty(required = true) String otherwise) {}

  record FocusEntry(
      @JsonProperty(required = true) List<String> words,
      @JsonProperty(required = true) List<String> fields) {}

  record Text(
      @JsonProperty(required = true) int most,
      @JsonProperty(required = true) boolean addressed,
      @JsonProperty(required = true) List<TopicEntry> topics) {}

  record TopicEntry(
      @JsonProperty(required = true) String id,
      @JsonProperty(required = true) String part,
      @JsonProperty(required = true) int weight,
      @Nullable String place,
      @Nullable String focus,
      @Nullable String unless,
      @JsonProperty(required = true) List<String> say) {}
}
