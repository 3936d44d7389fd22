@NullMarked
package rapport.integrations.server;

import org.jspecify.annotations.NullMarked;
