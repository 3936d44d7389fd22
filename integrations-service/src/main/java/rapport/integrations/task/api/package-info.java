/** The inbox of tasks over HTTP. */
@NullMarked
package rapport.integrations.task.api;

import org.jspecify.annotations.NullMarked;
