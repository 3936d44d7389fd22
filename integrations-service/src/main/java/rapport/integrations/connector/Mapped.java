package rapport.integrations.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What an answer is in our words.
 *
 * @param unfit what is to be said of those that lack what a record must have; they are passed over,
 *     so that they hold up no other
 */
public record Mapped(List<SourceRecord> records, List<String> unfit) {

  public static final Mapped NOTHING = new Mapped(List.of(), List.of());

  public Mapped {
    records = List.copyOf(records);
    unfit = List.copyOf(unfit);
  }

  /**
   * Maps each by itself.
   *
   * @param mapping fails with {@link ConnectorException#unfit} for one that is to be passed over
   */
  public static Mapped of(Stream<JsonNode> answer, Function<JsonNode, SourceRecord> mapping) {
    var records = new ArrayList<SourceRecord>();
    var unfit = new ArrayList<String>();
    answer.forEach(each -> {
      try {
        records.add(mapping.apply(each));
      } catch (ConnectorException e) {
        if (!e.isUnfit()) {
          throw e;
        }
        unfit.add(e.detail());
      }
    });
    return new Mapped(records, unfit);
  }

  /**
   * All of them.
   *
   * @throws ConnectorException when one was passed over
   */
  public List<SourceRecord> all() {
    if (!unfit.isEmpty()) {
      throw ConnectorException.unfit(unfit.getFirst());
    }
    return records;
  }
}
