/** What tests of services stand on: architecture rules, embedded broker and store, golden files. */
@NullMarked
package rapport.testkit;

import org.jspecify.annotations.NullMarked;
