/** Salesforce, by its REST API. */
@NullMarked
package rapport.integrations.salesforce;

import org.jspecify.annotations.NullMarked;
