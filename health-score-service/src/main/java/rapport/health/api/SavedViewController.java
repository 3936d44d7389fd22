package rapport.health.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rapport.health.store.SavedViews;
import rapport.health.store.SavedViews.SavedView;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Lists of accounts with a name. Everybody sees them; who works with accounts changes them. */
@RestController
@Allow
final class SavedViewController {

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_QUERY = 1_000;

  /** The query of a list of accounts, such as {@code band=at-risk&sort=-arr}. */
  record Query(@Nullable String query) {}

  /** All of the workspace, by name. */
  record Views(List<SavedView> items) {}

  private final SavedViews views;

  SavedViewController(SavedViews views) {
    this.views = views;
  }

  /** All saved views of the workspace, at most 200. */
  @GetMapping("/api/v1/health-scores/views")
  Mono<Views> all(Caller caller) {
    return views.all(caller.workspace()).collectList().map(Views::new);
  }

  /**
   * Saves a view under a name, in the place of the one that has it.
   *
   * @param name 1 to 60 characters; 422 {@code bad-name}
   */
  @PutMapping("/api/v1/health-scores/views/{name}")
  @Allow({Role.SALES, Role.SUCCESS, Role.MARKETER})
  Mono<SavedView> save(Caller caller, @PathVariable String name, @RequestBody Query body) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw refused("bad-name", "A name has 1 to 60 characters.");
    }
    var query = Problem.required("query", body.query());
    if (query.length() > LONGEST_QUERY) {
      throw refused("bad-query", "A query has at most 1,000 characters.");
    }
    var view = new SavedView(name.strip(), query, caller.subject());
    return views.save(caller.workspace(), view).thenReturn(view);
  }

  /** Forgets a view. 404 {@code not-found}. */
  @DeleteMapping("/api/v1/health-scores/views/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow({Role.SALES, Role.SUCCESS, Role.MARKETER})
  Mono<Void> delete(Caller caller, @PathVariable String name) {
    return views
        .delete(caller.workspace(), name)
        .flatMap(found -> found ? Mono.empty() : Mono.error(Asked.unknown("view")));
  }

  private static Problem refused(String code, String detail) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
  }
}
