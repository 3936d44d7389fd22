/** What a seller would prick up their ears at, and how likely it is that a visitor means to buy. */
@NullMarked
@DomainModel
package rapport.lead.signal;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
