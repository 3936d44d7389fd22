package rapport.integrations.secret;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller.Kind;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The keys that the secrets of connections and webhooks are sealed with. */
@RestController
@RequestMapping("/api/v1/integrations/keys")
@Allow(
    value = Role.ADMIN,
    kinds = {Kind.USER, Kind.SERVICE})
final class KeyController {

  /**
   * How things stand.
   *
   * @param keys how many there are, older ones included
   * @param waiting secrets that are still sealed with an older one
   */
  record Keys(int keys, long waiting) {}

  private final SecretVault vault;
  private final Resealer resealer;
  private final ResealWorker worker;

  KeyController(SecretVault vault, Resealer resealer, ResealWorker worker) {
    this.vault = vault;
    this.resealer = resealer;
    this.worker = worker;
  }

  /** How many keys there are, and whether everything is sealed with the newest. */
  @GetMapping
  Mono<Keys> get() {
    return resealer.waiting().map(waiting -> new Keys(vault.keys(), waiting));
  }

  /**
   * Makes a new key and seals everything with it in the background; what older keys have sealed
   * stays readable. 409 {@code still-resealing} while that goes on.
   */
  @PostMapping("/rotate")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Keys> rotate() {
    return resealer
        .waiting()
        .filter(waiting -> waiting == 0)
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.CONFLICT,
                    "still-resealing",
                    "Secrets are still being sealed with the newest key.")))
        .flatMap(_ -> Mono.fromRunnable(vault::rotate).subscribeOn(Schedulers.boundedElastic()))
        .then(Mono.fromRunnable(worker::wake))
        .then(get());
  }
}
