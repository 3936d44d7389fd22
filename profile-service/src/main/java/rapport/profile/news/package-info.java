/** What the service has to tell, gathered from whoever keeps it. */
@NullMarked
package rapport.profile.news;

import org.jspecify.annotations.NullMarked;
