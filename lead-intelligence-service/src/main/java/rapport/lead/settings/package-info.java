/** What a workspace writes down about its leads, as YAML: what is worth how much, whom it wants. */
@NullMarked
package rapport.lead.settings;

import org.jspecify.annotations.NullMarked;
