package rapport.profile.account.api;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.account.linkedin.ProfileLinks;
import rapport.profile.account.linkedin.ProfileLinks.Outcome;
import rapport.profile.account.linkedin.Unfit;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** LinkedIn, as far as its terms go: what members have downloaded of their own data. */
@RestController
@Allow({Role.SALES, Role.SUCCESS})
final class LinkedinController {

  private static final int LARGEST = 8_000_000;

  private final ProfileLinks links;

  LinkedinController(ProfileLinks links) {
    this.links = links;
  }

  /**
   * Gives contacts the address of their LinkedIn profile, from the archive that the caller has
   * downloaded of their own account: the ZIP, or {@code Connections.csv} out of it, of at most 8
   * MB. Contacts are known by e-mail address; nobody becomes a contact or a lead, and nothing else
   * of the file is kept. 413 {@code too-large}; 422 {@code not-readable}, {@code no-connections},
   * {@code too-large} (unpacked), {@code too-many}.
   *
   * @param apply without it nothing is changed, and the answer says what would be
   */
  @PostMapping(
      path = "/api/v1/contacts/linkedin/archive",
      consumes = {"application/zip", "text/csv", MediaType.APPLICATION_OCTET_STREAM_VALUE})
  Mono<Outcome> takeArchive(
      Caller caller,
      @RequestParam(defaultValue = "false") boolean apply,
      @RequestBody(required = false) Flux<DataBuffer> archive) {
    return DataBufferUtils.join(archive, LARGEST)
        .map(LinkedinController::bytes)
        .onErrorMap(DataBufferLimitException.class, _ -> tooLarge())
        .defaultIfEmpty(new byte[0])
        .flatMap(file -> links.take(caller.workspace(), caller.subject(), file, apply))
        .onErrorMap(
            Unfit.class,
            unfit -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, unfit.code(), unfit.detail()));
  }

  private static byte[] bytes(DataBuffer buffer) {
    var bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static Problem tooLarge() {
    return Problem.of(
        HttpStatus.CONTENT_TOO_LARGE,
        "too-large",
        "An archive may have 8 MB. Send Connections.csv alone, or ask LinkedIn for connections only.");
  }
}
