package rapport.integrations.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import rapport.integrations.connection.Connection.State;
import rapport.integrations.connector.Reading;
import rapport.integrations.connector.ReadingContract;
import rapport.simulators.Faults;

/** What reading mailboxes keeps to, whichever server has them. */
abstract class MailboxContract extends ReadingContract {

  static final String USER = "us@rapport.example";

  /** The port it listens at. */
  abstract int port();

  /** A message arrives in the inbox. */
  abstract void deliver(MimeMessage message) throws MessagingException;

  @Override
  protected Reading connector() {
    return new EmailConnector(clock);
  }

  @Override
  protected Map<String, String> shown() {
    return Map.of(
        "host", "127.0.0.1",
        "port", Integer.toString(port()),
        "security", "none",
        "user", USER,
        "folders", "INBOX");
  }

  @Override
  protected Map<String, String> secret() {
    return Map.of("password", "secret");
  }

  @Override
  protected Map<String, String> wrong() {
    return Map.of("password", "another");
  }

  @Override
  protected void put(int number, Instant at, String words) {
    deliver(
        """
        Message-ID: <m%d@acme.example>
        From: Ada <Ada@acme.example>
        To: us@rapport.example
        Subject: %s
        Content-Type: text/plain; charset=utf-8

        Grüße, %s
        """
            .formatted(number, words, words));
  }

  @Override
  protected String name(int number) {
    return "message/<m" + number + "@acme.example>";
  }

  @Override
  protected void failBy(Faults faults) {
    // only the readers of the other systems meet failures
  }

  @Test
  void a_message_is_told_with_its_people_its_words_and_the_talk_it_belongs_to() {
    deliver(
        """
        Message-ID: <b@rapport.example>
        In-Reply-To: <a@acme.example>
        References: <first@acme.example> <a@acme.example>
        From: us@rapport.example
        To: Ada <ada@acme.example>
        Subject: Re: offer
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=x

        --x
        Content-Type: text/html; charset=utf-8

        <b>Yes</b>
        --x
        Content-Type: text/plain; charset=utf-8

        Yes
        --x--
        """);
    readToTheEnd();
    var told = bench().known("message/<b@rapport.example>").getList("news", Document.class);
    var message = Document.parse(told.getLast().getString("value"));
    assertThat(message.getString("text")).isEqualTo("Yes");
    assertThat(message.getString("direction")).isEqualTo("outbound");
    assertThat(message.getString("thread")).isEqualTo("<first@acme.example>");
    assertThat(message.getList("participants", Document.class))
        .extracting(person -> person.getString("side"))
        .containsExactly("ours", "theirs");
  }

  @Test
  void what_machines_write_is_passed_over() {
    deliver(
        """
        Message-ID: <n@acme.example>
        From: news@acme.example
        To: us@rapport.example
        List-Unsubscribe: <https://acme.example/out>
        Subject: News

        Buy!
        """);
    put(1, BEGIN, "first");
    readToTheEnd();
    assertThat(bench().known()).containsOnlyKeys(name(1));
  }

  @Test
  void a_folder_that_is_not_there_is_for_a_person_to_name() {
    var shown = new HashMap<>(shown());
    shown.put("folders", "INBOX\nNowhere");
    var connection = bench().connect(connector(), shown, secret());
    run(connection);
    assertThat(bench().connection(connection).state()).isEqualTo(State.FAILING);
    assertThat(bench().connection(connection).trouble())
        .satisfies(trouble -> assertThat(trouble.detail()).contains("Nowhere"));
  }

  private void deliver(String raw) {
    try {
      var bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
      var session = Session.getInstance(new Properties());
      deliver(new MimeMessage(session, new ByteArrayInputStream(bytes)));
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }
}
