package rapport.lead.proposal;

/**
 * Words of a page.
 *
 * @param page its address
 * @param quote as the page has them
 * @param isItem whether they are an item of a list
 * @param isSaid whether the page quotes somebody
 */
record Passage(String page, String quote, boolean isItem, boolean isSaid) {}
