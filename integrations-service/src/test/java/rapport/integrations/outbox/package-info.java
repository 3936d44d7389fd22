@NullMarked
package rapport.integrations.outbox;

import org.jspecify.annotations.NullMarked;
