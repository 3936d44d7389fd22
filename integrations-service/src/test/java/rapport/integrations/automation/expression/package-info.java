@NullMarked
package rapport.integrations.automation.expression;

import org.jspecify.annotations.NullMarked;
