package rapport.lead.crawl;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sites are read: {@code rapport.crawl.*}.
 *
 * @param delay between two requests to one site, unless its robots.txt asks for more
 * @param time after which a crawl makes do with what it has
 * @param bytes after which it does, too
 * @param lease how long a request may take before another instance takes the site over
 * @param rest between looks for sites to read, when there is none
 */
@ConfigurationProperties("rapport.crawl")
record CrawlSettings(
    @DefaultValue("1s") Duration delay,
    @DefaultValue("1h") Duration time,
    @DefaultValue("50000000") long bytes,
    @DefaultValue("2m") Duration lease,
    @DefaultValue("2s") Duration rest) {}
