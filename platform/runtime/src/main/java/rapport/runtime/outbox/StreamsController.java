package rapport.runtime.outbox;

import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import reactor.core.publisher.Flux;

/** For readers of a topic that begin anew: which streams there are. */
@RestController
@Allow(value = Role.ADMIN, kinds = Caller.Kind.SERVICE)
final class StreamsController {

  private final Outbox outbox;

  StreamsController(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * The streams of the workspace of which something belongs on the topic, each once, in any order;
   * none for a topic of others.
   */
  @GetMapping(
      path = "/internal/workspaces/{workspace}/streams",
      produces = MediaType.APPLICATION_NDJSON_VALUE)
  Flux<PublishedStream> streams(@PathVariable String workspace, @RequestParam String topic) {
    var prefix = workspace + "/";
    return outbox
        .log(Instant.EPOCH)
        .filter(entry -> entry.streamKey().startsWith(prefix))
        .filter(
            entry -> entry.messages().stream().anyMatch(message -> message.topic().equals(topic)))
        .map(entry -> entry.streamKey().substring(prefix.length()))
        .distinct()
        .map(PublishedStream::new);
  }
}
