package rapport.runtime.outbox;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** For administrators: has what is stored compared with the topics now. */
@RestController
@RequestMapping("/internal/reconcile")
@Allow(
    value = Role.ADMIN,
    kinds = {Caller.Kind.USER, Caller.Kind.SERVICE})
final class ReconcileController {

  private static final int MOST = 36_500;

  private final Reconciler reconciler;

  ReconcileController(Reconciler reconciler) {
    this.reconciler = reconciler;
  }

  /**
   * Compares and repairs, of every workspace; answers when that is done.
   *
   * @param days how far back, from 1 to 36500; beyond the topics' thirty days there are only the
   *     latest states of compacted topics, as after a restore. 400 {@code bad-days}; 503 {@code
   *     broker-unavailable} while the broker is away
   */
  @PostMapping
  Mono<Reconciler.Reconciliation> reconcile(@RequestParam(defaultValue = "7") int days) {
    if (days < 1 || days > MOST) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-days", "Days are from 1 to 36500.");
    }
    return reconciler.reconcile(Duration.ofDays(days));
  }
}
