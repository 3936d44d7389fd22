/** Slack, by its Web API. */
@NullMarked
package rapport.integrations.slack;

import org.jspecify.annotations.NullMarked;
