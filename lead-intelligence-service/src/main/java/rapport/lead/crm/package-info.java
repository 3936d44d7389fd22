/** What CRMs say became of leads. */
@NullMarked
package rapport.lead.crm;

import org.jspecify.annotations.NullMarked;
