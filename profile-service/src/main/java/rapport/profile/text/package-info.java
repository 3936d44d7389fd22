/** How wide text is and where its lines break, in every document that is drawn. */
@NullMarked
package rapport.profile.text;

import org.jspecify.annotations.NullMarked;
