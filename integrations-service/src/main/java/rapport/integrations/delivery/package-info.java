/**
 * What is to be handed over to whom: webhooks, Slack messages and e-mails that are owed, tried
 * until they arrive or are given up.
 */
@NullMarked
@DomainModel
package rapport.integrations.delivery;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
