@NullMarked
package rapport.integrations.activity;

import org.jspecify.annotations.NullMarked;
