@NullMarked
package rapport.lead.site;

import org.jspecify.annotations.NullMarked;
