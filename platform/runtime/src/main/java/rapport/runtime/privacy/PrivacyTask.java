package rapport.runtime.privacy;

/**
 * What a service is asked to do.
 *
 * @param round of an erasure, from 1; 0 for an archive
 * @param subject whom it is about
 */
public record PrivacyTask(Kind kind, int round, Subject subject) {

  /** The kinds of request. */
  public enum Kind {
    ERASURE,
    ARCHIVE
  }
}
