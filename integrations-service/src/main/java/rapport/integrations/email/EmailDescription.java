package rapport.integrations.email;

import java.util.List;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.ConnectorDescription.Ability;
import rapport.integrations.connector.ConnectorDescription.Setting;
import rapport.integrations.connector.ConnectorDescription.Setting.Input;
import rapport.integrations.connector.Days;

/** Mailboxes as people see them. */
final class EmailDescription {

  static final String TLS = "tls";
  static final String START_TLS = "starttls";
  static final String PLAIN = "none";

  static final ConnectorDescription IT =
      new ConnectorDescription(
          "email",
          "E-mail",
          "What you and your customers write to one another, from a mailbox by IMAP.",
          List.of(Ability.PULL),
          List.of(
              Setting.required("host", "Server", "Such as imap.example.com."),
              Setting.optional("port", "Port", "993 with TLS, 143 with STARTTLS.", "993")
                  .as(Input.NUMBER),
              Setting.choice(
                  "security",
                  "Security",
                  "none is for a server on your own machine.",
                  List.of(TLS, START_TLS, PLAIN)),
              Setting.required("user", "User", "Mostly the address."),
              Setting.secret(
                  "password", "Password", "Of the mailbox; an app password where there are such."),
              Setting.optional(
                      "folders",
                      "Folders",
                      "One a line; put the folder of sent mail among them.",
                      "INBOX")
                  .as(Input.LINES),
              Setting.optional(
                      "ourDomains",
                      "Our domains",
                      "Whose addresses are ours, one a line; the user's is among them by itself.",
                      null)
                  .as(Input.LINES),
              Days.setting(180)),
          List.of(),
          List.of(
              "Let the mailbox be read by IMAP, and make an app password if your provider asks for"
                  + " one."),
          List.of(
              "Messages are personal data of whoever wrote them. Connect mailboxes whose owners"
                  + " agree."),
          List.of(
              "Of each message the first 4,000 characters of its plain text are kept; attachments"
                  + " are not read.",
              "Messages of lists and of machines are passed over, and nothing is marked as read.",
              "Messages that are deleted stay known. Sign-in by OAuth is not there yet."));

  private EmailDescription() {}
}
