package rapport.conversation.api;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.contracts.WireMessage;
import rapport.conversation.session.ConversationReader;
import rapport.conversation.session.PublishedEvents;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Events for readers of the topic that missed some. */
@RestController
@Allow(value = Role.ADMIN, kinds = Caller.Kind.SERVICE)
final class EventsController {

  private final ConversationReader conversations;

  EventsController(ConversationReader conversations) {
    this.conversations = conversations;
  }

  /**
   * The events of a conversation as they are on the topic, from one revision to another, both
   * included; those that do not exist are left out.
   */
  @GetMapping("/internal/workspaces/{workspace}/streams/{stream}/events")
  Mono<List<WireMessage>> events(
      @PathVariable String workspace,
      @PathVariable String stream,
      @RequestParam long from,
      @RequestParam long to) {
    if (from < 1 || to < from) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-range", "1 <= from <= to, please.");
    }
    return conversations
        .commits(workspace, stream)
        .map(commits ->
            commits.stream()
                .flatMap(commit -> PublishedEvents.of(commit).stream())
                .skip(from - 1)
                .limit(to - from + 1)
                .toList());
  }
}
