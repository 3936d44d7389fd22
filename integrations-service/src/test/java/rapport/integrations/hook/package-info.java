@NullMarked
package rapport.integrations.hook;

import org.jspecify.annotations.NullMarked;
