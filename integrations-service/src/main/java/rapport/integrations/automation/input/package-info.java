/** What automations watch: the topics of the other services. */
@NullMarked
package rapport.integrations.automation.input;

import org.jspecify.annotations.NullMarked;
