package rapport.gateway.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import rapport.gateway.limit.NetworkAddress;
import rapport.runtime.identity.AllowAnyone;
import reactor.core.publisher.Mono;

/** For whoever forgot a password. */
@AllowAnyone
@RestController
@RequestMapping("/api/v1/password-resets")
final class PasswordResetController {
  private final PasswordResets resets;

  PasswordResetController(PasswordResets resets) {
    this.resets = resets;
  }

  /** Whose password is forgotten. */
  record Forgotten(@Nullable String email) {
    @Override
    public String toString() {
      return "Forgotten[secret]";
    }
  }

  /**
   * Sends a link to set a new password to that address, if somebody signs in with it: 202 in any
   * case, and nothing in the answer or its time tells whether there is such a user. The password
   * stays until the link is used; it is good once, for an hour. 409 {@code mail-not-set-up}; 422
   * {@code invalid-fields}; 429 {@code too-many-attempts}; 503 {@code busy}.
   */
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Void> ask(@RequestBody Forgotten body, ServerWebExchange exchange) {
    var fields = new Fields();
    String email = fields.email(body.email());
    fields.orThrow();
    resets.ask(email, NetworkAddress.of(exchange.getRequest()), language(exchange));
    return Mono.empty();
  }

  /** The language the browser prefers. */
  static String language(ServerWebExchange exchange) {
    Locale preferred = exchange.getLocaleContext().getLocale();
    return preferred == null ? "en" : preferred.toLanguageTag();
  }
}
