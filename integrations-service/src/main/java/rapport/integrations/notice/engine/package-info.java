/** How what rules ask for is gathered and told. */
@NullMarked
package rapport.integrations.notice.engine;

import org.jspecify.annotations.NullMarked;
