/** What people may ask of what is kept of them, and how every service does it. */
@NullMarked
package rapport.profile.privacy;

import org.jspecify.annotations.NullMarked;
