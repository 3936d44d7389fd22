package rapport.integrations.email;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;

/** GreenMail is an IMAP server that everybody has. */
class GreenMailTest extends MailboxContract {

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  private final GreenMailUser mailbox;

  GreenMailTest() {
    server.start();
    mailbox = server.setUser(USER, USER, "secret");
  }

  @AfterEach
  void close() {
    server.stop();
  }

  @Override
  int port() {
    return server.getImap().getPort();
  }

  @Override
  void deliver(MimeMessage message) {
    mailbox.deliver(message);
  }
}
