/** Which kind of visitor somebody is, judged by what they say and where they came from. */
@NullMarked
@DomainModel
package rapport.lead.detection;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
