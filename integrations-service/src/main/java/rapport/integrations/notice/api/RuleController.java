package rapport.integrations.notice.api;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rapport.integrations.notice.Occasion;
import rapport.integrations.notice.Rule;
import rapport.integrations.notice.store.Rules;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Who is told of alerts and leads, and where. Any role reads, administrators change. */
@RestController
@RequestMapping("/api/v1/integrations/notice-rules")
@Allow(Role.ADMIN)
final class RuleController {

  /** The rules of the workspace, the oldest first, and what rules can ask for. */
  record RuleList(List<RuleView> items, List<String> occasions) {}

  private final Rules rules;
  private final Clock clock;

  RuleController(Rules rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /** All of them. */
  @GetMapping
  @Allow
  Mono<RuleList> list(Caller caller) {
    var occasions = Arrays.stream(Occasion.values()).map(Occasion::wire).toList();
    return rules
        .all(caller.workspace())
        .map(RuleView::of)
        .collectList()
        .map(items -> new RuleList(items, occasions));
  }

  /** One of them. */
  @GetMapping("/{rule}")
  @Allow
  Mono<RuleView> get(Caller caller, @PathVariable String rule) {
    return found(caller, rule).map(RuleView::of);
  }

  /** Adds a rule. */
  @PostMapping
  Mono<ResponseEntity<RuleView>> create(Caller caller, @RequestBody RuleRequest request) {
    var now = now();
    var rule = request.rule("nr-" + UUID.randomUUID(), now, now, 1);
    return rules
        .all(caller.workspace())
        .count()
        .filter(there -> there < Rules.MOST)
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.CONFLICT,
                    "too-many",
                    "A workspace has at most " + Rules.MOST + " rules.")))
        .flatMap(_ -> rules.add(caller.workspace(), rule).thenReturn(RuleView.of(rule)))
        .map(view ->
            ResponseEntity.created(URI.create("/api/v1/integrations/notice-rules/" + view.id()))
                .body(view));
  }

  /** Puts another rule in its place. */
  @PutMapping("/{rule}")
  Mono<RuleView> replace(
      Caller caller, @PathVariable String rule, @RequestBody RuleRequest request) {
    return found(caller, rule)
        .flatMap(before -> {
          var next = request.rule(before.id(), before.createdAt(), now(), before.rev() + 1);
          return Mono.just(next)
              .filter(_ -> request.rev() != null && request.rev() == before.rev())
              .filterWhen(each -> rules.replace(caller.workspace(), each));
        })
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.CONFLICT,
                    "stale",
                    "Somebody changed the rule meanwhile; read it again.")))
        .map(RuleView::of);
  }

  /** Deletes it; what it still waits to tell is not told. */
  @DeleteMapping("/{rule}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> delete(Caller caller, @PathVariable String rule) {
    return found(caller, rule)
        .flatMap(there -> rules.delete(caller.workspace(), there.id()))
        .then();
  }

  private Mono<Rule> found(Caller caller, String rule) {
    return rules
        .find(caller.workspace(), rule)
        .switchIfEmpty(
            Mono.error(
                () -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such rule.")));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
