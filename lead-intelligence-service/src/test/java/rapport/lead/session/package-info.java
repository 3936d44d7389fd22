@NullMarked
package rapport.lead.session;

import org.jspecify.annotations.NullMarked;
