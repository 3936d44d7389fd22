package rapport.conversation.mailbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rapport.conversation.session.Addresses;
import rapport.runtime.worker.BackgroundWork;

/**
 * Looks into the domains of addresses while the conversation goes on. A domain of which the DNS
 * does not tell in time counts as fine: nobody is to be bothered for a trouble of ours.
 */
final class MailDomains implements Addresses, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MailDomains.class);
  private static final int MOST_KEPT = 10_000;
  private static final int AT_ONCE = 64;

  private final MailExchange exchange;
  private final Duration within;
  private final BackgroundWork work = new BackgroundWork(AT_ONCE);

  /** Domains that take no mail. */
  private final Cache<String, Boolean> silent =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(Duration.ofMinutes(10)).build();

  MailDomains(MailExchange exchange, Duration within) {
    this.exchange = exchange;
    this.within = within;
  }

  @Override
  public void lookInto(String email) {
    var domain = domain(email);
    work.start(
        domain,
        exchange
            .takesMail(domain)
            .timeout(within)
            .doOnNext(takes -> remember(domain, takes))
            .doOnError(failure -> LOG.debug("the DNS did not say of a domain's mail", failure))
            .onErrorComplete()
            .then());
  }

  private void remember(String domain, boolean takes) {
    if (takes) {
      silent.invalidate(domain);
    } else {
      silent.put(domain, true);
    }
  }

  @Override
  public boolean isDoubted(String email) {
    return silent.getIfPresent(domain(email)) != null;
  }

  private static String domain(String email) {
    return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    work.stop(Duration.ZERO);
    exchange.close();
  }
}
