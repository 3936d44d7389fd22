package rapport.conversation.summary.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rapport.contracts.FieldValue;
import rapport.contracts.ItemPath;
import rapport.conversation.summary.Summarizer;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A buying process as a file or a test writes it.
 *
 * @param rows its stages, in order, each with the values it has
 */
record Journey(List<String> focus, Map<String, Object> values, List<Map<String, Object>> rows) {

  static final String GROUP = "buying_stages";
  private static final YAMLMapper YAML = YAMLMapper.builder().build();

  static Journey read(Path file) throws IOException {
    return YAML.readValue(Files.readString(file), Journey.class);
  }

  /** One stage of a persona nobody has named. */
  static Journey of(Map<String, Object> row) {
    return new Journey(List.of(), Map.of(), List.of(row));
  }

  Journey focused(String... words) {
    return new Journey(List.of(words), values, rows);
  }

  String told(Summarizer summarizer) {
    return summarizer.summarize(known(), Map.of(GROUP, ids()), focus);
  }

  /** Later rows have lower ids, so that an order by id would be noticed. */
  List<String> ids() {
    return IntStream.range(0, rows.size()).mapToObj(i -> "s" + (rows.size() - i)).toList();
  }

  Map<String, FieldValue> known() {
    var known = new LinkedHashMap<String, FieldValue>();
    values.forEach((path, value) -> known.put(path, FieldValue.of(value)));
    for (var i = 0; i < rows.size(); i++) {
      var prefix = ItemPath.prefix(GROUP, ids().get(i));
      rows.get(i).forEach((name, value) -> known.put(prefix + name, FieldValue.of(value)));
    }
    return known;
  }
}
