package rapport.conversation.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

/** Which domains take mail, as a name server on this machine tells. */
class MailExchangeTest {

  private final SmallDns dns =
      new SmallDns()
          .knows("with-servers.example", "MX mail.with-servers.example")
          .knows("without-servers.example", "A")
          .knows("on-ipv6.example", "AAAA")
          .knows("wants-none.example", "MX .", "A")
          .knows("bare.example", "TXT")
          .knows("xn--bcher-kva.example", "MX mail.example")
          .knows("broken.example", "fails")
          .knows("quiet.example", "silent");
  private final MailExchange exchange =
      new MailExchange(MailboxConfiguration.servers(dns.address()), Duration.ofMillis(200));

  @AfterEach
  void close() {
    exchange.close();
    dns.close();
  }

  @ParameterizedTest
  @CsvSource({
    "with-servers.example, true",
    "without-servers.example, true",
    "on-ipv6.example, true",
    "bücher.example, true",
    "wants-none.example, false",
    "bare.example, false",
    "nobody-has-it.example, false",
  })
  void a_domain_takes_mail_when_it_names_servers_or_is_a_host(String domain, boolean takes) {
    assertThat(exchange.takesMail(domain).block()).isEqualTo(takes);
  }

  @ParameterizedTest
  @CsvSource({"broken.example", "quiet.example"})
  void what_the_dns_does_not_say_is_not_known(String domain) {
    StepVerifier.create(exchange.takesMail(domain)).verifyError();
  }

  @Test
  void what_is_no_domain_is_not_known_either() {
    assertThatThrownBy(() -> exchange.takesMail("x".repeat(80)).block())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
