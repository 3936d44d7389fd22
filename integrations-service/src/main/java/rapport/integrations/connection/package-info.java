/** Connections: that a workspace uses a connector, with its settings and secrets. */
@NullMarked
package rapport.integrations.connection;

import org.jspecify.annotations.NullMarked;
