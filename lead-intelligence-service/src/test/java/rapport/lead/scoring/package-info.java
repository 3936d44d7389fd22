@NullMarked
package rapport.lead.scoring;

import org.jspecify.annotations.NullMarked;
