package rapport.profile.person;

/** How much a claim counts, before anything else about it is looked at; the weightiest last. */
public enum Standing {
  /** Concluded from what was said. */
  INFERRED,
  /** Said by the person, or by the website that vouches for them. */
  STATED,
  /** Written down by a colleague, here or in the CRM. */
  RECORDED,
  /** Settled by a colleague: nothing else counts. */
  LOCKED
}
