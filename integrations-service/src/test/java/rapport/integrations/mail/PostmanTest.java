package rapport.integrations.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.integrations.mail.SmtpSettings.Tls;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outcome;

/** E-mails as a mail server gets them. */
class PostmanTest {

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void an_email_has_both_texts_and_an_id_that_its_key_makes() throws Exception {
    var postman = postman("");
    var html = "<p>Grüße</p>";
    assertThat(send(postman, mail("Grüße an alle", html), "key-1"))
        .isInstanceOf(Outcome.Done.class);
    var got = server.getReceivedMessages()[0];
    assertThat(got.getSubject()).isEqualTo("Grüße an alle");
    assertThat(got.getFrom()[0]).hasToString("Rapport <rapport@crm.example>");
    assertThat(got.getHeader("Message-ID"))
        .containsExactly("<" + postman.messageId("w", "key-1") + ">");
    assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    var parts = (MimeMultipart) got.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Grüße an alle, als Text");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo(html);
  }

  @Test
  void the_same_key_has_the_same_id_and_another_has_another() {
    var postman = postman("");
    assertThat(postman.messageId("w", "key-1"))
        .isEqualTo(postman("").messageId("w", "key-1"))
        .endsWith("@crm.example")
        .isNotEqualTo(postman.messageId("w", "key-2"))
        .isNotEqualTo(postman.messageId("w2", "key-1"));
  }

  @Test
  void a_line_break_in_a_subject_adds_no_header() throws Exception {
    send(postman(""), mail("Hello\r\nBcc: eve@evil.example", null), "key-1");
    var got = server.getReceivedMessages();
    assertThat(got).hasSize(1);
    assertThat(got[0].getHeader("Bcc")).isNull();
    assertThat(got[0].getSubject()).isEqualTo("Hello Bcc: eve@evil.example");
  }

  @Test
  void a_server_that_is_not_there_is_tried_again() {
    var postman = postman("");
    server.stop();
    assertThat(send(postman, mail("Hi", null), "key-1"))
        .isInstanceOfSatisfying(
            Outcome.Later.class, later -> assertThat(later.code()).isEqualTo("mail-not-taken"));
  }

  @Test
  void a_wrong_password_is_for_a_person_to_mend() {
    server.setUser("rapport", "rapport", "right");
    assertThat(send(postman("wrong"), mail("Hi", null), "key-1"))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("credentials-refused"));
  }

  @Test
  void what_is_no_address_is_refused() {
    var mail = new Message.Mail(null, List.of("no address"), List.of(), "Hi", "Hi", null, null);
    assertThat(send(postman(""), mail, "key-1"))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("address-refused"));
  }

  @Test
  void without_a_mail_server_nothing_is_sent_and_that_is_said() {
    var none = new SmtpSettings("", 25, "", "", "", Tls.NONE, Duration.ofSeconds(1));
    assertThat(send(new Postman(none, Clock.systemUTC()), mail("Hi", null), "key-1"))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("mail-not-set-up"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de-AT", "es", "ar"})
  void fixed_texts_are_there_in_every_language_and_leave_no_place_open(String locale) {
    var texts = Texts.of(locale);
    var values =
        Map.of("name", "Ada", "by", "Bob", "workspace", "Acme", "hours", "24", "count", "2");
    for (var name : List.of("invitation.subject", "password-reset.text", "notice.subject")) {
      assertThat(texts.get(name, values)).doesNotContain("{").isNotBlank();
    }
    assertThat(texts.language()).isEqualTo(locale.substring(0, 2));
  }

  @Test
  void names_cannot_bring_tags_into_a_page() {
    var page =
        new MailPage(
            Texts.of("ar"), List.of("Hello <script>"), "https://crm.example/?a=1&b=\"2", "Go");
    assertThat(page.html())
        .contains("dir=\"rtl\"")
        .contains("Hello &lt;script&gt;")
        .contains("href=\"https://crm.example/?a=1&amp;b=&quot;2\"");
    assertThat(page.text()).endsWith("https://crm.example/?a=1&b=\"2");
  }

  private Postman postman(String password) {
    var user = password.isEmpty() ? "" : "rapport";
    var settings =
        new SmtpSettings(
            "127.0.0.1",
            server.getSmtp().getPort(),
            user,
            password,
            "Rapport <rapport@crm.example>",
            Tls.NONE,
            PATIENCE);
    return new Postman(settings, Clock.systemUTC());
  }

  private static Message.Mail mail(String subject, @Nullable String html) {
    var text = subject + ", als Text";
    return new Message.Mail(
        null, List.of("ada@acme.example"), List.of(), subject, text, html, null);
  }

  private static Outcome send(Postman postman, Message.Mail mail, String key) {
    return postman.send("w", mail, key).blockOptional(PATIENCE).orElseThrow();
  }
}
