@NullMarked
package rapport.integrations.notice.engine;

import org.jspecify.annotations.NullMarked;
