/** The file a workspace says in how its accounts are scored. */
@NullMarked
package rapport.health.model;

import org.jspecify.annotations.NullMarked;
