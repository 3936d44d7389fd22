package rapport.integrations.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outcome;
import rapport.integrations.turn.OwnThreads;
import reactor.core.publisher.Mono;

/**
 * Hands e-mails to the mail server. Each has a Message-ID made of its key, so that one which is
 * handed over twice, because an answer went missing, is known as the same.
 */
@Component
public final class Postman {

  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int PERMANENT = 500;

  private final SmtpSettings settings;
  private final Session session;
  private final Clock clock;

  public Postman(SmtpSettings settings, Clock clock) {
    this.settings = settings;
    this.session = Session.getInstance(settings.properties());
    this.clock = clock;
  }

  /** Whether there is a mail server. */
  public boolean isSetUp() {
    return settings.isSetUp();
  }

  /** The Message-ID of an e-mail with that key, without angle brackets. */
  public String messageId(String workspace, String key) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest((workspace + "\n" + key).getBytes(StandardCharsets.UTF_8));
      var name = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 24));
      return name + "@" + settings.domain();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java knows SHA-256", e);
    }
  }

  /** Hands one over; whatever goes wrong is an outcome. */
  public Mono<Outcome> send(String workspace, Message.Mail mail, String key) {
    if (!isSetUp()) {
      return Mono.just(
          new Outcome.Refused(
              "mail-not-set-up", "No mail server is set up: whoever runs Rapport can do that."));
    }
    return Mono.<Outcome>fromCallable(() -> handedOver(mail, messageId(workspace, key)))
        .subscribeOn(OwnThreads.SCHEDULER)
        .onErrorResume(MessagingException.class, failure -> Mono.just(outcome(failure)));
  }

  private Outcome handedOver(Message.Mail mail, String id) throws MessagingException {
    var message = new Identified(session, id);
    message.setFrom(new InternetAddress(settings.from(), true));
    message.setRecipients(RecipientType.TO, addresses(mail.to()));
    message.setRecipients(RecipientType.CC, addresses(mail.cc()));
    message.setSubject(mail.subject().replaceAll("\\R", " "), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated");
    if (mail.inReplyTo() != null) {
      message.setHeader("In-Reply-To", mail.inReplyTo());
    }
    fill(message, mail);
    message.saveChanges();
    try (var transport = session.getTransport()) {
      var nobody = settings.user().isBlank();
      transport.connect(
          settings.host(),
          settings.port(),
          nobody ? null : settings.user(),
          nobody ? null : settings.password());
      transport.sendMessage(message, message.getAllRecipients());
    }
    return new Outcome.Done("smtp", id, false);
  }

  private static void fill(MimeMessage message, Message.Mail mail) throws MessagingException {
    var charset = StandardCharsets.UTF_8.name();
    var html = mail.html();
    if (html == null) {
      message.setText(mail.text(), charset);
      return;
    }
    var plain = new MimeBodyPart();
    plain.setText(mail.text(), charset);
    var page = new MimeBodyPart();
    page.setText(html, charset, "html");
    message.setContent(new MimeMultipart("alternative", plain, page));
  }

  private static InternetAddress[] addresses(List<String> plain) throws AddressException {
    var addresses = new InternetAddress[plain.size()];
    for (var at = 0; at < addresses.length; at++) {
      addresses[at] = new InternetAddress(plain.get(at), true);
    }
    return addresses;
  }

  private static Outcome outcome(MessagingException failure) {
    return switch (failure) {
      case AuthenticationFailedException _ ->
          new Outcome.Refused(
              "credentials-refused", "The mail server does not accept user and password.");
      case AddressException _ ->
          new Outcome.Refused("address-refused", "An address is not one e-mails can go to.");
      case SendFailedException e when isPermanent(e) ->
          new Outcome.Refused("address-refused", "The mail server refuses it: " + said(e));
      default ->
          new Outcome.Later(
              PAUSE, "mail-not-taken", "The mail server does not take it now: " + said(failure));
    };
  }

  /** Whether the server said so for good, of the e-mail or of one of its addresses. */
  private static boolean isPermanent(SendFailedException failure) {
    for (Exception at = failure; at != null; at = next(at)) {
      if (code(at) >= PERMANENT) {
        return true;
      }
    }
    return false;
  }

  private static int code(Exception failure) {
    return switch (failure) {
      case SMTPAddressFailedException e -> e.getReturnCode();
      case SMTPSendFailedException e -> e.getReturnCode();
      default -> 0;
    };
  }

  private static @Nullable Exception next(Exception failure) {
    return failure instanceof MessagingException e ? e.getNextException() : null;
  }

  private static String said(MessagingException failure) {
    return String.valueOf(failure.getMessage()).strip().replaceAll("\\R", " ");
  }

  /** Keeps the Message-ID it was given. */
  private static final class Identified extends MimeMessage {

    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }
}
