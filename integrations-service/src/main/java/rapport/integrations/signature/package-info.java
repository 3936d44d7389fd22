/** Signatures of requests: whether one came from whom it says, just now, as it was sent. */
@NullMarked
package rapport.integrations.signature;

import org.jspecify.annotations.NullMarked;
