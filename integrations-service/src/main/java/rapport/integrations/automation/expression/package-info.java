/** Conditions as people write them, checked and evaluated by CEL. */
@NullMarked
package rapport.integrations.automation.expression;

import org.jspecify.annotations.NullMarked;
