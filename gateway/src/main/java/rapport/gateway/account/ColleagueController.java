package rapport.gateway.account;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Mono;

/** Who else works in the workspace, so that something can be given to somebody by name. */
@Allow
@RestController
@RequestMapping("/api/v1/colleagues")
final class ColleagueController {
  private static final int MOST = 1_000;

  private final Users users;

  ColleagueController(Users users) {
    this.users = users;
  }

  /** Somebody of the workspace; nothing by which they could be reached or signed in. */
  record Colleague(String id, String name, List<String> roles, boolean disabled) {}

  /** At most 1,000 of them. */
  record ColleagueList(List<Colleague> items) {}

  /** Everybody of the workspace, the caller too; those who can no longer sign in are marked. */
  @GetMapping
  Mono<ColleagueList> list(Caller caller) {
    return users
        .after(caller.workspace(), null, MOST)
        .map(user ->
            new Colleague(user.id(), user.name(), Users.wire(user.roles()), user.disabled()))
        .collectList()
        .map(ColleagueList::new);
  }
}
