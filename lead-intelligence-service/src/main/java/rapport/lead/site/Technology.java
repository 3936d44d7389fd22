package rapport.lead.site;

/**
 * What a site is made with.
 *
 * @param category such as {@code shop} or {@code analytics}
 * @param evidence the words of the page or header that show it
 * @param page where
 */
public record Technology(String name, String category, String evidence, String page) {}
