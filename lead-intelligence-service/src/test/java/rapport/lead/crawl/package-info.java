@NullMarked
package rapport.lead.crawl;

import org.jspecify.annotations.NullMarked;
