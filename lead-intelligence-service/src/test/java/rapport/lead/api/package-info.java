@NullMarked
package rapport.lead.api;

import org.jspecify.annotations.NullMarked;
