package rapport.profile.account.api;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.profile.account.Refused;
import rapport.profile.account.Source;
import rapport.profile.account.store.AccountDesk;
import rapport.profile.account.store.AccountDesk.Decision;
import rapport.profile.account.store.AccountDesk.Written;
import rapport.profile.account.store.Head;
import rapport.runtime.identity.Caller;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Changes and reads accounts on behalf of a caller, and tells refusals as problems. */
@Component
final class Desk {

  private final AccountDesk desk;
  private final Clock clock;

  Desk(AccountDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /** The source of what a caller says now; people at the console unless another system is named. */
  Source source(Caller caller, @Nullable String system) {
    return new Source(
        system == null ? Source.MANUAL : system,
        caller.subject(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  Mono<Written> change(Caller caller, String account, Source source, Decision decision) {
    return desk.change(caller.workspace(), account, source, decision)
        .onErrorMap(Refused.class, Desk::problem)
        .onErrorMap(
            IllegalArgumentException.class,
            e ->
                Problem.of(
                    HttpStatus.BAD_REQUEST, "invalid-value", String.valueOf(e.getMessage())));
  }

  /** The account; 404 {@code account-not-found} when there is none. */
  Mono<Head> find(Caller caller, String account) {
    return desk.find(caller.workspace(), account)
        .switchIfEmpty(Mono.error(() -> notFound("account")));
  }

  /** 404, with the code {@code <what>-not-found}. */
  static Problem notFound(String what) {
    return Problem.of(HttpStatus.NOT_FOUND, what + "-not-found", "There is no such " + what + ".");
  }

  private static HttpStatus status(String code) {
    if (code.equals("stale") || code.endsWith("-exists")) {
      return HttpStatus.CONFLICT;
    }
    return code.endsWith("-not-found") ? HttpStatus.NOT_FOUND : HttpStatus.UNPROCESSABLE_CONTENT;
  }

  private static Problem problem(Refused refused) {
    return Problem.of(status(refused.code()), refused.code(), refused.detail());
  }
}
