package rapport.gateway.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.stereotype.Component;
import rapport.gateway.route.Upstream;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.ServiceTokens;

/**
 * Service tokens just minted: signing one for every request of a busy caller would cost the most.
 */
@Component
final class ServiceTokenCache {
  private static final Duration REUSED = ServiceTokens.LIFETIME.dividedBy(3);
  private static final int KEPT = 10_000;

  private final ServiceTokens tokens;
  private final Cache<Key, String> minted =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(REUSED).build();

  ServiceTokenCache(ServiceTokens tokens) {
    this.tokens = tokens;
  }

  private record Key(Caller caller, Upstream upstream) {}

  /** A token with most of its lifetime ahead. */
  String token(Caller caller, Upstream upstream) {
    return minted.get(
        new Key(caller, upstream), key -> tokens.mint(key.caller(), key.upstream().id()));
  }
}
