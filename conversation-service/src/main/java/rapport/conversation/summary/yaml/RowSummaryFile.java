package rapport.conversation.summary.yaml;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import rapport.conversation.summary.yaml.SummaryFile.FocusEntry;
import rapport.conversation.summary.yaml.SummaryFile.Subject;

/** {@code flows/<flow>.summary.<locale>.yaml} as it is written for a flow with rows. */
record RowSummaryFile(
    @JsonProperty(required = true) String summary,
    @JsonProperty(required = true) String locale,
    @JsonProperty(required = true) Subject subject,
    @JsonProperty(required = true) String nothing,
    @JsonProperty(required = true) List<String> untold,
    @JsonProperty(required = true) Map<String, FocusEntry> focus,
    @JsonProperty(required = true) Map<String, List<String>> opening,
    @JsonProperty(required = true) Rows rows) {

  record Rows(
      @JsonProperty(required = true) String group,
      @JsonProperty(required = true) List<String> heading,
      @JsonProperty(required = true) Map<String, List<String>> sentences) {}
}
