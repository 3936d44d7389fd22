@NullMarked
package rapport.integrations.automation.input;

import org.jspecify.annotations.NullMarked;
