/** Rules over HTTP. */
@NullMarked
package rapport.integrations.notice.api;

import org.jspecify.annotations.NullMarked;
