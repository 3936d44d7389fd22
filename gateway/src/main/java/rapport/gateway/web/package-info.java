/** The pages people see: the console's files, and which page an address leads to. */
@NullMarked
package rapport.gateway.web;

import org.jspecify.annotations.NullMarked;
