/** What a service keeps of people: how it is found, erased and handed over. */
@NullMarked
package rapport.runtime.privacy;

import org.jspecify.annotations.NullMarked;
