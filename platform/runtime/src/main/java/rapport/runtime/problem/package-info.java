/** Every failure as one shape: problem+json with a stable code. */
@NullMarked
package rapport.runtime.problem;

import org.jspecify.annotations.NullMarked;
