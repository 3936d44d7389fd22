/** What a message is made of: sentences, words, numbers, phrases to look for. */
@NullMarked
@DomainModel
package rapport.lead.text;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
