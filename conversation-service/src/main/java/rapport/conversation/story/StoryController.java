package rapport.conversation.story;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.session.Commit;
import rapport.conversation.session.ConversationReader;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Conversations as stories. */
@RestController
@Allow(Role.MARKETER)
final class StoryController {

  private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");

  private final ConversationReader conversations;
  private final FlowCatalog flows;

  StoryController(ConversationReader conversations, FlowCatalog flows) {
    this.conversations = conversations;
    this.flows = flows;
  }

  /**
   * A conversation as a story in YAML, to be kept as a test. It holds everything that was said and
   * known, so whatever is personal in it is personal in the story.
   *
   * @return 404 {@code conversation-not-found}; 422 {@code cannot-be-told} when something happened
   *     that stories have no words for
   */
  @GetMapping("/api/v1/conversations/{id}/story")
  Mono<ResponseEntity<String>> story(@PathVariable String id, Caller caller) {
    return conversations
        .find(caller.workspace(), id)
        .then(conversations.commits(caller.workspace(), id))
        .map(commits -> ResponseEntity.ok().contentType(YAML).body(told(commits)));
  }

  private String told(List<Commit> commits) {
    try {
      return StoryWriter.write(StoryExport.of(flows, commits));
    } catch (UntellableException untellable) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "cannot-be-told",
          "Something happened in this conversation that a story has no words for.");
    }
  }
}
