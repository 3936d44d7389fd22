@NullMarked
package rapport.integrations.email;

import org.jspecify.annotations.NullMarked;
