@NullMarked
package rapport.lead.detection;

import org.jspecify.annotations.NullMarked;
