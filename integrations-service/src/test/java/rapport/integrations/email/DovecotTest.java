package rapport.integrations.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import rapport.integrations.server.OwnServer;

/** Dovecot is what most mailboxes are kept by. */
class DovecotTest extends MailboxContract {

  private static final String INBOX = "INBOX";
  private static final String SALES = "Sales";

  private static OwnServer server;
  private Store store;

  @BeforeAll
  static void start() throws IOException {
    var dovecot = OwnServer.program("dovecot", "dovecot-imapd");
    assumeTrue(OwnServer.said(dovecot, "--version").startsWith("2.3."), "written for Dovecot 2.3");
    server =
        OwnServer.start((folder, port) -> {
          var settings = OwnServer.write(folder.resolve("dovecot.conf"), settings(folder, port));
          return List.of(dovecot, "-F", "-c", settings.toString());
        });
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open() throws MessagingException {
    store = Session.getInstance(new Properties()).getStore("imap");
    store.connect("127.0.0.1", server.port(), USER, "secret");
  }

  @AfterEach
  void empty() throws MessagingException, IOException {
    store.close();
    FileSystemUtils.deleteRecursively(server.folder().resolve("mail"));
  }

  @Override
  int port() {
    return server.port();
  }

  @Override
  void deliver(MimeMessage message) throws MessagingException {
    store.getFolder(INBOX).appendMessages(new Message[] {message});
  }

  @Test
  void a_folder_that_is_made_anew_is_read_from_its_beginning() throws MessagingException {
    var shown = new HashMap<>(shown());
    shown.put("folders", SALES);
    var connection = bench().connect(connector(), shown, secret());
    store.getFolder(SALES).create(Folder.HOLDS_MESSAGES);
    put(SALES, 1);
    put(SALES, 2);
    run(connection);
    assertThat(bench().known()).containsOnlyKeys(name(1), name(2));
    store.getFolder(SALES).delete(false);
    store.getFolder(SALES).create(Folder.HOLDS_MESSAGES);
    put(SALES, 3);
    clock.pass(Duration.ofMinutes(2));
    run(connection);
    assertThat(bench().known()).containsOnlyKeys(name(1), name(2), name(3));
  }

  @Test
  void nothing_is_marked_as_read() throws MessagingException {
    put(1, BEGIN, "first");
    readToTheEnd();
    assertThat(bench().known()).hasSize(1);
    assertThat(store.getFolder(INBOX).getUnreadMessageCount()).isEqualTo(1);
  }

  private void put(String folder, int number) throws MessagingException {
    var raw =
        "Message-ID: <m%d@acme.example>\r\nFrom: ada@acme.example\r\nTo: %s\r\n\r\nHello"
            .formatted(number, USER)
            .getBytes(StandardCharsets.UTF_8);
    var message = new MimeMessage((Session) null, new ByteArrayInputStream(raw));
    store.getFolder(folder).appendMessages(new Message[] {message});
  }

  /** For version 2.3, without root and without a certificate. */
  private static String settings(Path folder, int port) throws IOException {
    return """
    base_dir = %1$s/run
    state_dir = %1$s/state
    log_path = /dev/stderr
    protocols = imap
    listen = 127.0.0.1
    ssl = no
    disable_plaintext_auth = no
    auth_failure_delay = 0
    mail_max_userip_connections = 100
    mail_location = maildir:%1$s/mail
    default_login_user = %2$s
    default_internal_user = %2$s
    default_internal_group = %3$s
    service imap-login {
      chroot =
      inet_listener imap {
        port = %4$d
      }
      inet_listener imaps {
        port = 0
      }
    }
    service anvil {
      chroot =
      unix_listener anvil-auth-penalty {
        mode = 0
      }
    }
    service stats {
      chroot =
    }
    passdb {
      driver = static
      args = password=secret
    }
    userdb {
      driver = static
      args = uid=%2$s gid=%3$s home=%1$s/home
    }
    """
        .formatted(folder, OwnServer.user(), OwnServer.group(folder), port);
  }
}
