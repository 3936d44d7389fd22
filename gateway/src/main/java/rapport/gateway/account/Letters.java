package rapport.gateway.account;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import rapport.gateway.account.PasswordLinks.Made;
import rapport.gateway.route.RouteSettings;
import rapport.gateway.route.Upstream;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.ServiceTokens;
import reactor.core.publisher.Mono;

/**
 * Has links to set a password sent by e-mail. A link is as good as a password: it is handed to
 * integrations-service, which keeps nothing of it, and never logged.
 */
@Component
public class Letters {
  private static final Logger log = LoggerFactory.getLogger(Letters.class);
  private static final String PATH = "/internal/workspaces/{ws}/mails";

  /** Whoever invites waits for it; a letter that takes longer may arrive although it is shown. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WebClient client;
  private final RouteSettings routes;
  private final ServiceTokens tokens;
  private final PublicUrl publicUrl;
  private final boolean hasMailServer;
  private final Clock clock;

  Letters(
      WebClient ownServices,
      RouteSettings routes,
      ServiceTokens tokens,
      PublicUrl publicUrl,
      AccountSettings settings,
      Clock clock) {
    this.client = ownServices;
    this.routes = routes;
    this.tokens = tokens;
    this.publicUrl = publicUrl;
    this.hasMailServer = !settings.mailServer().isBlank();
    this.clock = clock;
  }

  /** What a letter is about. */
  enum Occasion {
    INVITATION("invitation"),
    PASSWORD_RESET("password-reset");

    private final String template;

    Occasion(String template) {
      this.template = template;
    }
  }

  /**
   * One letter to be sent.
   *
   * @param by who has it sent, by name; empty for nobody
   * @param locale BCP 47 tag
   */
  record Letter(Occasion occasion, User to, Made link, String by, String locale) {
    @Override
    public String toString() {
      return "Letter[" + occasion + " to " + to + "]";
    }
  }

  /** What integrations-service takes. */
  private record Mail(
      String key, List<String> to, String locale, String template, Map<String, String> values) {
    @Override
    public String toString() {
      return "Mail[secret]";
    }
  }

  /** Whether letters can be sent: there is a mail server, and it is known where links lead. */
  public boolean areSent() {
    return hasMailServer && publicUrl.isSet();
  }

  /**
   * Sends a letter; true when a mail server has taken it. Never fails: whoever hears false has to
   * bring the link there otherwise.
   */
  Mono<Boolean> send(Letter letter) {
    var link = publicUrl.of(letter.link().path());
    if (!hasMailServer || link.isEmpty()) {
      return Mono.just(false);
    }
    String workspace = letter.to().workspace();
    var from = Caller.service(workspace, "gateway");
    return client
        .post()
        .uri(routes.address(Upstream.INTEGRATIONS) + PATH, workspace)
        .header(ServiceTokens.HEADER, tokens.mint(from, Upstream.INTEGRATIONS.id()))
        .bodyValue(mail(letter, link.get()))
        .retrieve()
        .onStatus(HttpStatusCode::isError, Letters::refused)
        .toBodilessEntity()
        .timeout(PATIENCE)
        .thenReturn(true)
        .onErrorResume(failure -> {
          log.warn("a letter to {} was not sent: {}", letter.to(), reason(failure));
          return Mono.just(false);
        });
  }

  private Mail mail(Letter letter, String link) {
    long hours = Duration.between(clock.instant(), letter.link().expiresAt()).toHours();
    var values =
        Map.of(
            "link", link,
            "name", letter.to().name(),
            "by", letter.by(),
            "workspace", letter.to().workspace(),
            "hours", Long.toString(Math.max(1, hours)));
    return new Mail(
        letter.link().token().hash(),
        List.of(letter.to().email()),
        letter.locale(),
        letter.occasion().template,
        values);
  }

  /** Only the status: what is answered may repeat what was sent. */
  private static Mono<Throwable> refused(ClientResponse response) {
    return response.releaseBody().thenReturn(new NotTakenException(response.statusCode()));
  }

  private static String reason(Throwable failure) {
    return failure instanceof NotTakenException
        ? String.valueOf(failure.getMessage())
        : failure.getClass().getSimpleName();
  }

  private static final class NotTakenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotTakenException(HttpStatusCode status) {
      super("status " + status.value(), null, false, false);
    }
  }
}
