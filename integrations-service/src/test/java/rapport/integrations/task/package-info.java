@NullMarked
package rapport.integrations.task;

import org.jspecify.annotations.NullMarked;
