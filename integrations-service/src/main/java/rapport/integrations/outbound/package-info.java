/** The one way to have something sent to another system, whoever wants it sent. */
@NullMarked
package rapport.integrations.outbound;

import org.jspecify.annotations.NullMarked;
