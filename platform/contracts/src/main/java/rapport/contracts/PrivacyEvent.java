package rapport.contracts;

/**
 * Published on {@code rapport.privacy.events} by profile-service, keyed by workspace and request:
 * what is to be done with what is kept of a person. It names nobody: a service that keeps personal
 * data asks profile-service whom a request is about, and reports there.
 */
public sealed interface PrivacyEvent {

  /** The topic and the wire names. */
  EventCatalog<PrivacyEvent> CATALOG =
      new EventCatalog.Names<PrivacyEvent>()
          .add("rapport.privacy.erasure-requested.v1", ErasureRequested.class)
          .add("rapport.privacy.erasure-completed.v1", ErasureCompleted.class)
          .add("rapport.privacy.archive-requested.v1", ArchiveRequested.class)
          .on("rapport.privacy.events", "/rapport/profile-service");

  /**
   * Everything kept of a person is to be erased. Told again, also of the same round, to services
   * that have not answered.
   *
   * @param round from 1; a later one looks for what came while the one before it went on
   */
  record ErasureRequested(int round) implements PrivacyEvent {}

  /** Every service has erased what it kept. */
  record ErasureCompleted() implements PrivacyEvent {}

  /** Everything kept of a person is to be handed in, for an archive that the person gets. */
  record ArchiveRequested() implements PrivacyEvent {}
}
