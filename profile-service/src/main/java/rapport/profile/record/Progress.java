package rapport.profile.record;

import java.util.List;

/**
 * How complete a record is.
 *
 * @param done fields that have a value
 * @param total fields that apply
 * @param missing paths of the required fields that have none
 */
public record Progress(int done, int total, List<String> missing) {
  public Progress {
    missing = List.copyOf(missing);
  }
}
