package rapport.integrations.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rapport.testkit.Patience.PATIENCE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import rapport.integrations.mail.LetterController.Letter;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outbound;
import rapport.integrations.outbound.Outcome;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;
import reactor.core.publisher.Mono;

/** What other services have sent, in the words of whoever gets it. */
class LetterControllerTest {

  private final Post post = new Post();
  private final LetterController letters = new LetterController(post);

  @Test
  void an_invitation_says_who_invites_to_what_in_the_language_asked_for() {
    var sent = Objects.requireNonNull(letters.send("w", invitation("de")).block(PATIENCE));
    assertThat(sent.messageId()).isEqualTo("id-1");
    var mail = post.mails.getFirst();
    assertThat(mail.to()).containsExactly("ada@acme.example");
    assertThat(mail.subject()).isEqualTo("Einladung zu Acme");
    assertThat(mail.text())
        .startsWith("Guten Tag Ada,")
        .contains("Bob lädt Sie ein")
        .contains("24 Stunden")
        .endsWith("https://crm.example/join#t0k3n");
    assertThat(mail.html())
        .contains("lang=\"de\"")
        .contains("href=\"https://crm.example/join#t0k3n\"");
    assertThat(post.keys).containsExactly("letter/inv-1");
  }

  @Test
  void what_is_missing_is_told_by_field_and_nothing_is_sent() {
    var wrong =
        new Letter(" ", List.of(), "de", "newsletter", Map.of("link", "javascript:alert(1)"));
    assertThatThrownBy(() -> letters.send("w", wrong))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.errors())
                    .extracting(FieldError::path)
                    .containsExactly("key", "to", "template", "values.link"));
    assertThat(post.mails).isEmpty();
  }

  @Test
  void that_no_mail_server_is_set_up_or_answers_is_told_so_that_it_can_be_tried_again() {
    post.outcome = new Outcome.Refused("no-connection", "Nothing is connected.");
    fails("mail-not-set-up");
    post.outcome = new Outcome.Later(Duration.ofSeconds(30), "mail-not-taken", "Not now.");
    fails("mail-not-taken");
    post.outcome = new Outcome.Refused("address-refused", "No such user.");
    fails("address-refused");
  }

  private void fails(String code) {
    assertThatThrownBy(() -> letters.send("w", invitation("en")).block(PATIENCE))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  private static Letter invitation(String locale) {
    var values = new HashMap<String, String>();
    values.put("name", "Ada");
    values.put("by", "Bob");
    values.put("workspace", "Acme");
    values.put("hours", "24");
    values.put("link", "https://crm.example/join#t0k3n");
    return new Letter("inv-1", List.of("ada@acme.example"), locale, "invitation", values);
  }

  private static final class Post implements Outbound {
    private final List<Message.Mail> mails = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private Outcome outcome = new Outcome.Done("smtp", "id-1", false);

    @Override
    public Mono<Outcome> send(String workspace, Message message, String idempotencyKey) {
      mails.add((Message.Mail) message);
      keys.add(idempotencyKey);
      return Mono.just(outcome);
    }

    @Override
    public Mono<Boolean> canSend(String workspace, Class<? extends Message> kind) {
      return Mono.just(true);
    }
  }
}
