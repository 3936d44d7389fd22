/** From the conversations on the topic to what this service keeps of them. */
@NullMarked
package rapport.integrations.projection;

import org.jspecify.annotations.NullMarked;
