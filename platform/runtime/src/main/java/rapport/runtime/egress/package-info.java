/** The way out to addresses that people name: sites to crawl, hooks to call. */
@NullMarked
package rapport.runtime.egress;

import org.jspecify.annotations.NullMarked;
