/** Automations over HTTP. */
@NullMarked
package rapport.integrations.automation.api;

import org.jspecify.annotations.NullMarked;
