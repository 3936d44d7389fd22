/**
 * The embedded document store: the MongoDB wire protocol in front of a journal and an H2 MVStore.
 */
@NullMarked
package rapport.standalone.store;

import org.jspecify.annotations.NullMarked;
