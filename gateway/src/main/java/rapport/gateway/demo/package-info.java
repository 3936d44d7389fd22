/** Pages of a made-up company, to try the chat widget on. */
@NullMarked
package rapport.gateway.demo;

import org.jspecify.annotations.NullMarked;
