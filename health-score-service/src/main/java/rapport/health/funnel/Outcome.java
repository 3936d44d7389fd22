package rapport.health.funnel;

/** How a field stands: the last word counts. */
public enum Outcome {
  /** Nothing was said about it, or what was said has been taken back. */
  OPEN,
  /** A person answered it, or went on in a way that answers it. */
  ANSWERED,
  /** Filled by what the workspace knew, or by Rapport without asking. */
  GIVEN,
  /** The person preferred not to answer. */
  SKIPPED,
  /** The person does not know. */
  UNKNOWN
}
