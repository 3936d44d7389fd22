package rapport.integrations.mail;

import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server. Set as {@code rapport.integrations.smtp.*}, or {@code RAPPORT_SMTP_*}.
 *
 * @param host none means that no e-mail is sent
 * @param user none means that nobody signs in
 * @param from the address e-mails come from, with or without a name
 * @param tls {@code starttls}: not without it; {@code tls} from the first byte; {@code none}
 * @param patience for each answer of the server
 */
@ConfigurationProperties("rapport.integrations.smtp")
public record SmtpSettings(
    @DefaultValue("") String host,
    @DefaultValue("587") int port,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("") String from,
    @DefaultValue("STARTTLS") Tls tls,
    @DefaultValue("10s") Duration patience) {

  /** How the connection is encrypted. */
  public enum Tls {
    STARTTLS,
    TLS,
    NONE
  }

  /** Whether e-mails can be sent at all. */
  public boolean isSetUp() {
    return !host.isBlank() && !from.isBlank();
  }

  /** In the words of Jakarta Mail. */
  Properties properties() {
    var prefix = tls == Tls.TLS ? "mail.smtps." : "mail.smtp.";
    var all = new Properties();
    all.setProperty("mail.transport.protocol", protocol());
    all.setProperty(prefix + "host", host);
    all.setProperty(prefix + "port", Integer.toString(port));
    all.setProperty(prefix + "auth", Boolean.toString(!user.isBlank()));
    all.setProperty(prefix + "starttls.enable", Boolean.toString(tls == Tls.STARTTLS));
    all.setProperty(prefix + "starttls.required", Boolean.toString(tls == Tls.STARTTLS));
    all.setProperty(prefix + "ssl.checkserveridentity", "true");
    all.setProperty(prefix + "sendpartial", "false");
    var millis = Long.toString(patience.toMillis());
    for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      all.setProperty(prefix + wait, millis);
    }
    return all;
  }

  String protocol() {
    return tls == Tls.TLS ? "smtps" : "smtp";
  }

  /** The part of the sender's address after the at sign. */
  String domain() {
    var plain = from.replaceFirst("^.*<", "").replaceFirst(">.*$", "").strip();
    return plain.substring(plain.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SmtpSettings[" + host + ":" + port + "]";
  }
}
