/** What Rapport is measured against. */
@NullMarked
package rapport.standalone.bench.bare;

import org.jspecify.annotations.NullMarked;
