package rapport.conversation.api;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.DialogueCommand;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.portrait.Portraits;
import rapport.conversation.session.Conversation;
import rapport.conversation.session.ConversationReader;
import rapport.conversation.session.Conversations;
import rapport.conversation.session.Input;
import rapport.conversation.session.RejectedException;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** The portrait of a profile. */
@RestController
@RequestMapping("/api/v1/conversations/{id}/image")
@Allow(Role.MARKETER)
final class PortraitController {

  private static final int LARGEST_UPLOAD = 2 * 1024 * 1024;

  private final Conversations conversations;
  private final ConversationReader reader;
  private final Portraits portraits;

  PortraitController(Conversations conversations, ConversationReader reader, Portraits portraits) {
    this.conversations = conversations;
    this.reader = reader;
    this.portraits = portraits;
  }

  /**
   * @param url where the picture is shown; now the value of the flow's image field
   * @param rev the conversation's revision
   */
  record Uploaded(String url, long rev) {}

  /**
   * Takes a picture of at most 2 MB in the part {@code image} and puts its address into the flow's
   * image field, as an edit in the panel would.
   *
   * @return 201; 413 {@code too-large}, 415 {@code not-a-picture}, 422 {@code picture-too-large} or
   *     {@code no-image-here}
   */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Mono<ResponseEntity<Uploaded>> upload(
      @PathVariable String id, @RequestPart("image") Part image, Caller caller) {
    var workspace = caller.workspace();
    return reader
        .find(workspace, id)
        .map(PortraitController::imageField)
        .flatMap(path ->
            bytes(image)
                .flatMap(upload -> portraits.add(workspace, id, upload))
                .map(portrait -> "/api/v1/conversations/" + id + "/image/" + portrait)
                .flatMap(url -> show(id, path, url, caller)));
  }

  private Mono<ResponseEntity<Uploaded>> show(String id, String path, String url, Caller caller) {
    return conversations
        .take(caller.workspace(), id, edit(path, url, caller))
        .onErrorMap(RejectedException.class, Refusals::problem)
        .map(outcome -> {
          var rev = outcome.conversation().dialogue().rev();
          return ResponseEntity.status(HttpStatus.CREATED).body(new Uploaded(url, rev));
        });
  }

  private static Input edit(String path, String url, Caller caller) {
    return new Input(
        UUID.randomUUID().toString(),
        url,
        caller.subject(),
        null,
        now ->
            Mono.just(
                new Input.Meant(
                    new DialogueCommand.Edit(
                        path, FieldValue.text(url), now.dialogue().rev(), caller.subject()),
                    Map.of("kind", "image", "path", path))),
        (_, _, _) -> "");
  }

  /** The picture; its address never shows another one. */
  @GetMapping("/{portrait}")
  @Allow
  Mono<ResponseEntity<byte[]>> show(
      @PathVariable String id, @PathVariable String portrait, Caller caller) {
    return portraits
        .find(caller.workspace(), id, portrait)
        .map(png ->
            ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .body(png))
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(HttpStatus.NOT_FOUND, "image-not-found", "There is no such picture.")));
  }

  private static String imageField(Conversation conversation) {
    return conversation
        .definition()
        .fields()
        .filter(field -> field.type() == FieldType.IMAGE)
        .map(Field::path)
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "no-image-here",
                "This flow has no place for a picture."));
  }

  private static Mono<byte[]> bytes(Part image) {
    return DataBufferUtils.join(image.content(), LARGEST_UPLOAD)
        .map(buffer -> {
          var bytes = new byte[buffer.readableByteCount()];
          buffer.read(bytes);
          DataBufferUtils.release(buffer);
          return bytes;
        })
        .onErrorMap(
            DataBufferLimitException.class,
            _ -> Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "A picture may have 2 MB."));
  }
}
