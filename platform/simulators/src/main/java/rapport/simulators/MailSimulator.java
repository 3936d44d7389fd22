package rapport.simulators;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.function.Consumer;

/** A mail server with one mailbox of ours; what is sent through it stays in it. */
final class MailSimulator implements AutoCloseable {

  static final String OURS = "us@rapport.example";
  static final String PASSWORD = "secret";

  private final GreenMail server;
  private final GreenMailUser mailbox;

  /**
   * @param imap where it is read
   * @param smtp where it takes letters
   */
  MailSimulator(int imap, int smtp) {
    server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(imap, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
              new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
            });
    server.start();
    mailbox = server.setUser(OURS, OURS, PASSWORD);
  }

  int imap() {
    return server.getImap().getPort();
  }

  int smtp() {
    return server.getSmtp().getPort();
  }

  /** Somebody of theirs wrote to us. */
  void deliver(String id, Instant at, String from, String subject, String text) {
    var raw =
        """
        Message-ID: <%s>
        Date: %s
        From: %s
        To: %s
        Subject: %s
        Content-Type: text/plain; charset=utf-8

        %s
        """
            .formatted(
                id,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)),
                from,
                OURS,
                subject,
                text)
            .replace("\n", "\r\n");
    try {
      var session = Session.getInstance(new Properties());
      var bytes = new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8));
      mailbox.deliver(new MimeMessage(session, bytes));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Is told of every letter that is handed over for sending. */
  void onLetter(Consumer<String> told) {
    var users = server.getUserManager();
    var usual = users.getMessageDeliveryHandler();
    users.setMessageDeliveryHandler((letter, to) -> {
      told.accept("to " + to.getEmail() + ": " + letter.getMessage().getSubject());
      return usual.handle(letter, to);
    });
  }

  @Override
  public void close() {
    server.stop();
  }
}
