package rapport.profile.account.api;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.account.store.SightingLinks;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller.Kind;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Which records of other systems accounts are, for whoever writes to those systems. */
@RestController
@Allow(value = Role.ADMIN, kinds = Kind.SERVICE)
final class AccountRecordsController {

  private static final int MOST = 500;

  /** The accounts that have a record. */
  record AccountRecords(List<SightingLinks.AccountRecord> items) {}

  private final SightingLinks links;

  AccountRecordsController(SightingLinks links) {
    this.links = links;
  }

  /**
   * The records that accounts were found to be.
   *
   * @param connection they were read through
   * @param object what they are called over there, such as {@code Account}
   * @param account the accounts, at most 500
   */
  @GetMapping("/internal/workspaces/{workspace}/account-records")
  Mono<AccountRecords> records(
      @PathVariable String workspace,
      @RequestParam String connection,
      @RequestParam String object,
      @RequestParam List<String> account) {
    if (account.size() > MOST) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "too-many", "At most " + MOST + " accounts.");
    }
    return links
        .records(workspace, connection, object, account)
        .collectList()
        .map(AccountRecords::new);
  }
}
