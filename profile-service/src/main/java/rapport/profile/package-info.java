/** Customer profiles: folded from conversations, kept, told, and handed out. */
@NullMarked
package rapport.profile;

import org.jspecify.annotations.NullMarked;
