package rapport.lead.site;

import org.jspecify.annotations.Nullable;

/**
 * Something in the way of reading a site, for a person to do something about.
 *
 * @param code stable, kebab-case
 * @param detail what is wrong and what can be done
 * @param url where; none when it is about the whole site
 */
public record CrawlProblem(String code, String detail, @Nullable String url) {}
