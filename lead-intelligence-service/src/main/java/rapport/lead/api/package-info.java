/** What the console, and whoever has a token, may ask and change. */
@NullMarked
package rapport.lead.api;

import org.jspecify.annotations.NullMarked;
