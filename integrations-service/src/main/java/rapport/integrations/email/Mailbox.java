package rapport.integrations.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.net.InetAddress;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPFolder;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorException;
import reactor.core.publisher.Mono;

/** Opens a mailbox for a piece of work and closes it again. */
final class Mailbox {

  private static final Set<Integer> PORTS = Set.of(143, 993);
  private static final String PATIENCE = "20000";

  private Mailbox() {}

  /** What is done with a mailbox. */
  @FunctionalInterface
  interface Work<T> {
    T with(Store store) throws MessagingException;
  }

  /** Does something with the mailbox. */
  static <T> Mono<T> in(Access access, Work<T> work) {
    return Mono.defer(() -> {
      var host = access.needed("host");
      var port = Integer.parseInt(access.setting("port").orElse("993"));
      return access
          .calls()
          .work(host, port, PORTS, address -> opened(access, host, port, address, work));
    });
  }

  private static <T> T opened(
      Access access, String host, int port, InetAddress address, Work<T> work) {
    var security = access.setting("security").orElse(EmailDescription.TLS);
    var session = Session.getInstance(properties(security, address));
    var protocol = protocol(security);
    try (var store = session.getStore(protocol)) {
      store.connect(host, port, access.needed("user"), access.needed("password"));
      return work.with(store);
    } catch (AuthenticationFailedException _) {
      throw ConnectorException.refused(
          "credentials-refused",
          "The mailbox does not let us in. Check user and password, and that IMAP is on.");
    } catch (FolderNotFoundException e) {
      throw missing(String.valueOf(e.getFolder()));
    } catch (MessagingException e) {
      throw ConnectorException.later(
          "not-reachable", "The mail server broke off: " + e.getMessage() + ".", null);
    }
  }

  private static String protocol(String security) {
    return security.equals(EmailDescription.TLS) ? "imaps" : "imap";
  }

  private static Properties properties(String security, InetAddress address) {
    var prefix = "mail." + protocol(security);
    var properties = new Properties();
    properties.put(prefix + ".socketFactory", new PinnedSockets(address));
    properties.put(prefix + ".socketFactory.fallback", "false");
    properties.put(prefix + ".connectiontimeout", PATIENCE);
    properties.put(prefix + ".timeout", PATIENCE);
    properties.put(prefix + ".writetimeout", PATIENCE);
    properties.put(prefix + ".ssl.checkserveridentity", "true");
    properties.put("mail.mime.address.strict", "false");
    if (security.equals(EmailDescription.START_TLS)) {
      properties.put(prefix + ".starttls.enable", "true");
      properties.put(prefix + ".starttls.required", "true");
    }
    return properties;
  }

  /** A folder to look into; nothing is marked as read. */
  static IMAPFolder folder(Store store, String name) throws MessagingException {
    var folder = (IMAPFolder) store.getFolder(name);
    if (!folder.exists()) {
      throw missing(name);
    }
    folder.open(Folder.READ_ONLY);
    return folder;
  }

  private static ConnectorException missing(String name) {
    return ConnectorException.refused(
        "folder-missing", "There is no folder " + name + " in the mailbox.");
  }
}
