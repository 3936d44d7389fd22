/** What makes automations run: observations and time come in, runs go on. */
@NullMarked
package rapport.integrations.automation.engine;

import org.jspecify.annotations.NullMarked;
