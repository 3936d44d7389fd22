/** Where rules and what they wait to tell are kept. */
@NullMarked
package rapport.integrations.notice.store;

import org.jspecify.annotations.NullMarked;
