package rapport.conversation.flow;

import org.jspecify.annotations.Nullable;
import rapport.contracts.ItemPath;

/**
 * Rows of the same fields, such as the stages of a buying process.
 *
 * @param name what the paths of its fields begin with, as in {@code buying_stages[].duration}
 * @param key the name of a row's id in the record, such as {@code stage_id}
 * @param prefix what the ids of its rows begin with, such as {@code s}; no two groups share one
 * @param min least number of rows a complete record has, from 1
 * @param max greatest number of rows
 * @param title the field rows are called by, such as {@code buying_stages[].stage_name}
 * @param called what texts call a row's title, such as {@code stage} for <code>{stage}</code>
 * @param count the control that asks how many rows there are; it needs no asking once there are any
 */
public record Group(
    String name,
    String key,
    String prefix,
    int min,
    int max,
    String title,
    String called,
    @Nullable String count) {

  /** The path of the title of one row. */
  public String titleOf(String item) {
    return ItemPath.prefix(name, item) + title.substring(ItemPath.prefix(name, "").length());
  }
}
