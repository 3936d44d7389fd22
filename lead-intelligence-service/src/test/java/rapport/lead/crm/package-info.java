@NullMarked
package rapport.lead.crm;

import org.jspecify.annotations.NullMarked;
