package rapport.embedding.intent;

/**
 * A text and what it is an example of.
 *
 * @param label any name; equal names mean the same
 */
public record Example(String text, String label) {}
