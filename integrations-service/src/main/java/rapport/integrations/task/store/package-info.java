/** Where tasks are kept. */
@NullMarked
package rapport.integrations.task.store;

import org.jspecify.annotations.NullMarked;
