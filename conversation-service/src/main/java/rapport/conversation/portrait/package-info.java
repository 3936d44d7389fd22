/** Pictures people upload for a profile: checked, made anew, kept and shown. */
@NullMarked
package rapport.conversation.portrait;

import org.jspecify.annotations.NullMarked;
