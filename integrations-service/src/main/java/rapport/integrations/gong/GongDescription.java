package rapport.integrations.gong;

import java.util.List;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.ConnectorDescription.Ability;
import rapport.integrations.connector.ConnectorDescription.Feed;
import rapport.integrations.connector.ConnectorDescription.Setting;
import rapport.integrations.connector.ConnectorDescription.Setting.Input;
import rapport.integrations.connector.Days;

/** Gong as people see it. */
final class GongDescription {

  static final String CALLS = "calls";
  static final String HOOK_KEY = "webhookKey";

  static final ConnectorDescription IT =
      new ConnectorDescription(
          "gong",
          "Gong",
          "Calls with who took part and what was said.",
          List.of(Ability.PULL, Ability.RECEIVE),
          List.of(
              Setting.optional(
                      "apiUrl",
                      "API address",
                      "As Gong's page about its API shows it for your company.",
                      "https://api.gong.io")
                  .as(Input.ADDRESS),
              Setting.required("accessKey", "Access key", "From Company settings, Ecosystem, API."),
              Setting.secret("accessKeySecret", "Access key secret", "Shown once with the key."),
              Days.setting(365),
              Setting.optional(
                      HOOK_KEY,
                      "Public key of the webhook",
                      "As the automation rule shows it for a signed JWT header. With it Gong tells"
                          + " of calls by itself.",
                      null)
                  .as(Input.LINES)),
          List.of(new Feed(CALLS, "Calls and transcripts", "interaction")),
          List.of(
              "As a technical administrator, make an access key in Gong's page about its API.",
              "To be told at once, make an automation rule that fires a webhook with a signed JWT"
                  + " header, give its public key, connect, and enter the address that is shown"
                  + " then in the rule."),
          List.of(
              "Recordings hold what people said. See that they know, and that you may keep it"
                  + " here."),
          List.of(
              "Each transcript is kept to its first 4,000 characters, with a link to the call.",
              "A call that shows up in Gong more than a day after it began may be missed, unless"
                  + " Gong tells of it."));

  private GongDescription() {}
}
