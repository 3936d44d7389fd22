package rapport.integrations.delivery.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rapport.integrations.delivery.Attempt.Result;
import rapport.integrations.delivery.Delivery;
import rapport.integrations.delivery.Destination.Kind;
import reactor.core.publisher.Mono;

/** Hands over what one kind of destination is owed. */
interface Carrier {

  Kind kind();

  /**
   * Tries once.
   *
   * @return what became of it; an error is taken for something that may pass
   */
  Mono<Carried> carry(String workspace, Delivery delivery, Instant now);

  /**
   * How a try went.
   *
   * @param status what the other side answered, where answers have numbers
   * @param detail for people to read
   */
  record Carried(Result result, @Nullable Integer status, String detail) {}
}
