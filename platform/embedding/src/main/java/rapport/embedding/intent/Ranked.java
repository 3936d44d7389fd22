package rapport.embedding.intent;

/**
 * A label a text may have.
 *
 * @param confidence from 0 to 1; of the texts told with .8, eight in ten do have the label, as long
 *     as they are of the kind the examples are
 */
public record Ranked(String label, double confidence) {}
