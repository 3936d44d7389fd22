@NullMarked
package rapport.integrations.automation.definition;

import org.jspecify.annotations.NullMarked;
