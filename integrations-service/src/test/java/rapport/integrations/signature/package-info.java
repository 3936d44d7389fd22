@NullMarked
package rapport.integrations.signature;

import org.jspecify.annotations.NullMarked;
