/** When automations run, and how a run goes on. */
@DomainModel
@NullMarked
package rapport.integrations.automation;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
