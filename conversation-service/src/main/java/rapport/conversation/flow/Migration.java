package rapport.conversation.flow;

import java.util.List;
import java.util.Map;

/**
 * How a conversation begun on an older version goes on with the version that declares this. Values
 * stay under their paths unless it says otherwise; what a field can no longer hold is read anew as
 * the field reads text, and emptied when it cannot be.
 *
 * @param from the older version
 * @param rename old path to new path; rows' fields as the definition writes them
 * @param drop paths that are no longer part of the record
 * @param retype paths whose type has changed, with their new type
 */
public record Migration(
    int from, Map<String, String> rename, List<String> drop, Map<String, FieldType> retype) {
  public Migration {
    rename = Map.copyOf(rename);
    drop = List.copyOf(drop);
    retype = Map.copyOf(retype);
  }
}
