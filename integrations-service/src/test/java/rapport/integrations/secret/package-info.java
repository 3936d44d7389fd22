@NullMarked
package rapport.integrations.secret;

import org.jspecify.annotations.NullMarked;
