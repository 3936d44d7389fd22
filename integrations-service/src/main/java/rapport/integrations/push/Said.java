package rapport.integrations.push;

import rapport.contracts.FieldValue;

/**
 * A value of ours, and how much it counts over there.
 *
 * @param value what is known
 * @param weight against what the other system has
 */
public record Said(FieldValue value, Weight weight) {

  /** How much a value counts against another one that is there already. */
  public enum Weight {
    /** It came from a CRM: by itself no reason to tell one. */
    THEIRS,
    /** Stated, concluded or noted here: what somebody wrote over there outweighs it. */
    OURS,
    /** A colleague settled it here: it outweighs everything. */
    SETTLED,
    /** A figure only we have, such as a score. */
    FIGURE
  }

  public static Said ours(String text) {
    return new Said(FieldValue.text(text), Weight.OURS);
  }

  public static Said figure(FieldValue value) {
    return new Said(value, Weight.FIGURE);
  }
}
