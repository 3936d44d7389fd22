/** From the conversations on the topic to what this service keeps of them. */
@NullMarked
package rapport.lead.projection;

import org.jspecify.annotations.NullMarked;
