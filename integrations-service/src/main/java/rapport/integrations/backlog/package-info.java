/** How much is still to be read and sent, as figures for whoever runs Rapport. */
@NullMarked
package rapport.integrations.backlog;

import org.jspecify.annotations.NullMarked;
