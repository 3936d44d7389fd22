@NullMarked
package rapport.integrations.automation.action;

import org.jspecify.annotations.NullMarked;
