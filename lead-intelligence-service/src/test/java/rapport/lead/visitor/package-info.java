@NullMarked
package rapport.lead.visitor;

import org.jspecify.annotations.NullMarked;
