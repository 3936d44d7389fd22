package rapport.gateway.fallback;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a service that does not answer is left alone. Set as {@code rapport.gateway.breaker.*}.
 *
 * @param window latest requests looked at
 * @param minimum requests before anything is decided
 * @param failures share of failed requests, in percent, that opens the breaker
 * @param pause time a service is left alone
 * @param trials requests let through after the pause, to see whether it answers again
 */
@ConfigurationProperties("rapport.gateway.breaker")
record BreakerSettings(
    @DefaultValue("20") int window,
    @DefaultValue("10") int minimum,
    @DefaultValue("50") int failures,
    @DefaultValue("5s") Duration pause,
    @DefaultValue("3") int trials) {}
