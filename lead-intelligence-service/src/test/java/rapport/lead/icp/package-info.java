@NullMarked
package rapport.lead.icp;

import org.jspecify.annotations.NullMarked;
