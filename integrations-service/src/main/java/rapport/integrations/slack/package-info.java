/** Slack, by its Web API and its Events API. */
@NullMarked
package rapport.integrations.slack;

import org.jspecify.annotations.NullMarked;
