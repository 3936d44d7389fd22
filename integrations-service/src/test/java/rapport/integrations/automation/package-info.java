@NullMarked
package rapport.integrations.automation;

import org.jspecify.annotations.NullMarked;
