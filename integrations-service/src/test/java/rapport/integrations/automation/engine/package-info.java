@NullMarked
package rapport.integrations.automation.engine;

import org.jspecify.annotations.NullMarked;
