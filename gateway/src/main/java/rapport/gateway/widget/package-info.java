/** The chat widget: its keys, who may use them from where, and who its visitors are. */
@NullMarked
package rapport.gateway.widget;

import org.jspecify.annotations.NullMarked;
