@NullMarked
package rapport.lead.text;

import org.jspecify.annotations.NullMarked;
