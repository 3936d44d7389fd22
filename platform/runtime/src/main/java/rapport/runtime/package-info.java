/** What every service stands on; import {@link rapport.runtime.RapportRuntime}. */
@NullMarked
package rapport.runtime;

import org.jspecify.annotations.NullMarked;
