package rapport.integrations.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outbound;
import rapport.integrations.outbound.Outcome;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;
import reactor.core.publisher.Mono;

/**
 * E-mails that other services want sent now. They are handed over while the service waits and never
 * kept, as the links in them are as good as passwords.
 */
@RestController
@Allow(value = Role.ADMIN, kinds = Caller.Kind.SERVICE)
final class LetterController {

  private static final Set<String> TEMPLATES = Set.of("invitation", "password-reset");

  private final Outbound outbound;

  LetterController(Outbound outbound) {
    this.outbound = outbound;
  }

  /**
   * An e-mail with a fixed text.
   *
   * @param key names this one sending; the same key is sent once
   * @param locale such as {@code de}; English when there is no such text
   * @param template {@code invitation} or {@code password-reset}
   * @param values {@code link} (required), {@code name}, {@code by}, {@code workspace}, {@code
   *     hours}
   */
  record Letter(
      @Nullable String key,
      @Nullable List<String> to,
      @Nullable String locale,
      @Nullable String template,
      @Nullable Map<String, String> values) {}

  /** Its Message-ID. */
  record Sent(String messageId) {}

  /** Sends one; 503 {@code mail-not-set-up} or {@code mail-not-taken}, 422 when it never can be. */
  @PostMapping("/internal/workspaces/{workspace}/mails")
  Mono<Sent> send(@PathVariable String workspace, @RequestBody Letter letter) {
    var mail = mail(letter);
    return outbound
        .send(workspace, mail, "letter/" + Objects.requireNonNull(letter.key()))
        .map(LetterController::sent);
  }

  private static Sent sent(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(_, var id, _) -> new Sent(id);
      case Outcome.Later(var after, var code, var detail) ->
          throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, code, detail).withRetryAfter(after);
      case Outcome.Refused(var code, var detail)
          when code.equals("mail-not-set-up")
              || code.equals("no-connection")
              || code.equals("credentials-refused") ->
          throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "mail-not-set-up", detail);
      case Outcome.Refused(var code, var detail) ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
    };
  }

  private static Message.Mail mail(Letter letter) {
    var errors = new ArrayList<FieldError>();
    var to = letter.to() == null ? List.<String>of() : letter.to();
    var values = letter.values() == null ? Map.<String, String>of() : letter.values();
    var link = values.getOrDefault("link", "");
    check(errors, "key", letter.key() != null && !letter.key().isBlank());
    check(errors, "to", !to.isEmpty() && to.size() <= 10);
    check(errors, "template", TEMPLATES.contains(String.valueOf(letter.template())));
    check(errors, "values.link", link.matches("https?://\\S{1,2000}"));
    if (!errors.isEmpty()) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT, "invalid-fields", "Some values cannot be taken.")
          .withErrors(errors);
    }
    var texts = Texts.of(Objects.requireNonNullElse(letter.locale(), "en"));
    var name = letter.template() + ".";
    var greeting = values.getOrDefault("name", "").isBlank() ? "hello" : "hello.name";
    var page =
        new MailPage(
            texts,
            List.of(
                texts.get(greeting, values),
                texts.get(name + "text", values),
                texts.get(name + "note", values)),
            link,
            texts.get(name + "button", values));
    var subject = texts.get(name + "subject", values);
    return new Message.Mail(null, to, List.of(), subject, page.text(), page.html(), null);
  }

  private static void check(List<FieldError> errors, String path, boolean holds) {
    if (!holds) {
      errors.add(new FieldError(path, "invalid-value", "It is missing, or not one of those."));
    }
  }
}
