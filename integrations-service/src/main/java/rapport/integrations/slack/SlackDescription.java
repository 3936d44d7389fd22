package rapport.integrations.slack;

import java.util.List;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.ConnectorDescription.Ability;
import rapport.integrations.connector.ConnectorDescription.Setting;
import rapport.integrations.connector.ConnectorDescription.Setting.Input;
import rapport.integrations.connector.Days;

/** Slack as people see it. */
final class SlackDescription {

  static final String CHANNELS = "channels";
  static final String OUR_DOMAINS = "ourDomains";
  static final String SIGNING_SECRET = "signingSecret";

  static final ConnectorDescription IT =
      new ConnectorDescription(
          "slack",
          "Slack",
          "What is said in channels you name, and messages to channels: alerts, and whatever"
              + " automations have to say.",
          List.of(Ability.PULL, Ability.RECEIVE, Ability.SEND),
          List.of(
              Setting.secret("botToken", "Bot token", "Begins with xoxb-."),
              Setting.optional(
                      CHANNELS,
                      "Channels to read",
                      "One a line, such as #shared-acme or C0123456789; an id stays when a channel"
                          + " gets another name. None: nothing is read.",
                      null)
                  .as(Input.LINES),
              Setting.optional(
                      OUR_DOMAINS,
                      "Our domains",
                      "Whose addresses are ours, one a line; members of your workspace who are no"
                          + " guests are ours by themselves.",
                      null)
                  .as(Input.LINES),
              Days.setting(90),
              Setting.optionalSecret(
                  SIGNING_SECRET,
                  "Signing secret",
                  "From the app's basic information. With it Slack tells of messages by itself."),
              Setting.optional(
                      "apiUrl",
                      "Address",
                      "Another one only for GovSlack, https://slack-gov.com.",
                      "https://slack.com")
                  .as(Input.ADDRESS)),
          List.of(),
          List.of(
              "Make an app of your own in your workspace, with the bot scope chat:write to send;"
                  + " with channels:history, too, a message is not sent twice after a hiccup.",
              "To read, add channels:read, channels:history, users:read and users:read.email; for"
                  + " private channels groups:read and groups:history.",
              "Install it, copy the bot token, and invite the app to the channels.",
              "To be told at once, give the signing secret, connect, and enter the address that is"
                  + " shown then under Event Subscriptions; subscribe to the bot events"
                  + " message.channels, message.groups, app_uninstalled and tokens_revoked."),
          List.of(
              "Messages are personal data of whoever wrote them. Name only channels whose people,"
                  + " yours and your customers', know that they are kept here."),
          List.of(
              "Of each message the first 4,000 characters are kept; files are not read. What bots"
                  + " and Slack itself say is passed over, and so are direct messages.",
              "Without the signing secret, new messages are read every minute; edits, deletions and"
                  + " late answers of the last 30 days once a day.",
              "Without channels:history a message may appear twice when Slack's answer goes"
                  + " missing."));

  private SlackDescription() {}
}
