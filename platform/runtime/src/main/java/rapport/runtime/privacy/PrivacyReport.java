package rapport.runtime.privacy;

import java.util.List;

/**
 * What a service says of an erasure. Before it erases it tells what it found: should it die in
 * between, the receipt is right all the same.
 *
 * @param request that asked for it
 * @param round of the erasure; 0 for what became of records in other systems, of whatever round
 * @param done false before, true when nothing of it is left
 * @param stores what was found, by place
 * @param found what else they are known by
 */
public record PrivacyReport(
    String request, int round, boolean done, List<Count> stores, Subject found) {

  /**
   * Documents of one place.
   *
   * @param store the collection, the topic, or what became of records in another system, such as
   *     {@code salesforce/deleted}
   */
  public record Count(String store, long documents) {}

  public PrivacyReport {
    stores = List.copyOf(stores);
  }

  /** The same with this as what else they are known by. */
  public PrivacyReport withFound(Subject found) {
    return new PrivacyReport(request, round, done, stores, found);
  }
}
