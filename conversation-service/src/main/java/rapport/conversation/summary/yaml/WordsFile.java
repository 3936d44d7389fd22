package rapport.conversation.summary.yaml;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code summary/words.<locale>.yaml} as it is written.
 *
 * @param without the lists that the patterns of this language do without
 */
record WordsFile(
    @JsonProperty(required = true) String words,
    @JsonProperty(required = true) Map<String, String> lists,
    @Nullable String without,
    @JsonProperty(required = true) Map<String, String> degrees,
    @JsonProperty(required = true) Map<String, String> plurals,
    @JsonProperty(required = true) String proper,
    @JsonProperty(value = "not_proper", required = true) String notProper,
    @JsonProperty(required = true) List<Rule> inflections,
    @JsonProperty(required = true) List<Rule> gerunds,
    @JsonProperty(required = true) List<Rule> articles,
    @JsonProperty(required = true) String adjective,
    @JsonProperty(required = true) String common,
    @JsonProperty(required = true) String plural,
    @JsonProperty(required = true) Map<String, String> glue,
    @JsonProperty(required = true) Map<String, String> rests) {

  record Rule(
      @JsonProperty(required = true) String when, @JsonProperty(required = true) String is) {}
}
