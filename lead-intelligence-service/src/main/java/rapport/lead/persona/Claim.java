package rapport.lead.persona;

/**
 * What a persona is said to be, and where that was read.
 *
 * @param part of the persona, such as {@code needs}
 * @param text what is claimed
 * @param quote the page's own words
 * @param page the page's address
 */
public record Claim(String part, String text, String quote, String page) {}
