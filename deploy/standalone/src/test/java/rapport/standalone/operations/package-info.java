/** What is made for those who run Rapport, held against what Rapport is. */
@NullMarked
package rapport.standalone.operations;

import org.jspecify.annotations.NullMarked;
