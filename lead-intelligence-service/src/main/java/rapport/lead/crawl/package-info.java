/** Reads sites: what may be read, one request after the other, and what a page says. */
@NullMarked
package rapport.lead.crawl;

import org.jspecify.annotations.NullMarked;
