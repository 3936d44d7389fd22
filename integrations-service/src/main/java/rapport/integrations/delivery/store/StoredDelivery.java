package rapport.integrations.delivery.store;

import rapport.integrations.delivery.Delivery;

/**
 * A delivery as it is kept.
 *
 * @param rev counts its changes, claims included: whoever has claimed it writes only while nobody
 *     else has
 */
public record StoredDelivery(String workspace, Delivery delivery, long rev) {}
