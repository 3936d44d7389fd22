package rapport.integrations.automation.definition;

import java.util.ArrayList;
import java.util.List;

/** Cuts a document of several automations into documents of one each, comments and all. */
final class YamlParts {

  private YamlParts() {}

  /**
   * A document with that automation alone. One that is not written in blocks, an entry to a line,
   * is kept whole.
   */
  static String only(String document, String name) {
    var lines = document.lines().toList();
    var begin = -1;
    var indent = 0;
    for (var at = 0; at < lines.size() && begin < 0; at++) {
      var line = lines.get(at);
      if (line.stripLeading().startsWith(name + ":") && line.startsWith(" ")) {
        begin = at;
        indent = line.length() - line.stripLeading().length();
      }
    }
    if (begin < 0) {
      return document;
    }
    var part = new ArrayList<String>(List.of("customer_workflows:"));
    part.add(lines.get(begin));
    for (var at = begin + 1; at < lines.size(); at++) {
      var line = lines.get(at);
      var depth = line.length() - line.stripLeading().length();
      if (!line.isBlank() && depth <= indent) {
        break;
      }
      part.add(line);
    }
    return String.join("\n", part).stripTrailing() + "\n";
  }
}
