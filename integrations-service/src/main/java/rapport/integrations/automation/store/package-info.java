/** Where automations, their runs and what they watch are kept. */
@NullMarked
package rapport.integrations.automation.store;

import org.jspecify.annotations.NullMarked;
