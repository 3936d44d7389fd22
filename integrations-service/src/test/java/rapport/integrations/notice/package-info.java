@NullMarked
package rapport.integrations.notice;

import org.jspecify.annotations.NullMarked;
