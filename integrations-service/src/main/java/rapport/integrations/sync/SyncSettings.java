package rapport.integrations.sync;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How connections are read. Set as {@code rapport.integrations.sync.*}.
 *
 * @param every how long to rest when everything is read
 * @param pagesAtOnce so many pages before others have their turn
 * @param atOnce so many connections side by side; those that wait for an answer for longer than a
 *     moment do not count
 * @param reserve the part of another system's budget that is left to people over there
 * @param spentPause how long to rest when only the reserve is left
 * @param look how often to look for connections that are due
 */
@ConfigurationProperties("rapport.integrations.sync")
public record SyncSettings(
    @DefaultValue("1m") Duration every,
    @DefaultValue("50") int pagesAtOnce,
    @DefaultValue("64") int atOnce,
    @DefaultValue("0.1") double reserve,
    @DefaultValue("15m") Duration spentPause,
    @DefaultValue("1s") Duration look) {}
