@NullMarked
package rapport.integrations.push.engine;

import org.jspecify.annotations.NullMarked;
