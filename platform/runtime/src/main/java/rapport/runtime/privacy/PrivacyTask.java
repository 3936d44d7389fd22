package rapport.runtime.privacy;

/**
 * What a service is asked to do.
 *
 * @param request that asks for it
 * @param round of an erasure, from 1; 0 for an archive
 * @param subject whom it is about
 */
public record PrivacyTask(String request, Kind kind, int round, Subject subject) {

  /** The kinds of request. */
  public enum Kind {
    ERASURE,
    ARCHIVE
  }
}
