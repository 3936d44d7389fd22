/** Which events make something owed: the topics of the other services. */
@NullMarked
package rapport.integrations.delivery.input;

import org.jspecify.annotations.NullMarked;
