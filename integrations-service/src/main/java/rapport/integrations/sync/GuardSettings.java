package rapport.integrations.sync;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How other systems are treated. Set as {@code rapport.integrations.guard.*}.
 *
 * @param perSecond requests of one connection
 * @param attempts at a request that may be repeated
 * @param firstWait before the second attempt; each further wait is twice as long
 * @param window how many of the last requests are looked at; when half of them failed, the system
 *     is left alone
 * @param pause for how long it is left alone
 */
@ConfigurationProperties("rapport.integrations.guard")
public record GuardSettings(
    @DefaultValue("10") int perSecond,
    @DefaultValue("3") int attempts,
    @DefaultValue("200ms") Duration firstWait,
    @DefaultValue("20") int window,
    @DefaultValue("30s") Duration pause) {

  /** The same, but not more requests a second than that. */
  GuardSettings within(int most) {
    return new GuardSettings(Math.min(perSecond, most), attempts, firstWait, window, pause);
  }
}
