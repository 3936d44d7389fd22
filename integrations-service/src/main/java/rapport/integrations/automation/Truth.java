package rapport.integrations.automation;

/** Whether a condition holds. What depends on a fact nobody knows is unknown. */
public enum Truth {
  TRUE,
  FALSE,
  UNKNOWN
}
