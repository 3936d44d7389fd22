package rapport.integrations.granola;

import java.util.List;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.ConnectorDescription.Ability;
import rapport.integrations.connector.ConnectorDescription.Feed;
import rapport.integrations.connector.ConnectorDescription.Setting;
import rapport.integrations.connector.ConnectorDescription.Setting.Input;
import rapport.integrations.connector.Days;

/** Granola as people see it. */
final class GranolaDescription {

  static final ConnectorDescription IT =
      new ConnectorDescription(
          "granola",
          "Granola",
          "Notes of meetings: who was there and what came out of it.",
          List.of(Ability.PULL),
          List.of(
              Setting.secret(
                  "apiKey", "API key", "Begins with grn_; from Granola's settings, API."),
              Setting.optional(
                      "apiUrl",
                      "API address",
                      "Only if Granola names another one.",
                      "https://public-api.granola.ai")
                  .as(Input.ADDRESS),
              Setting.optional(
                      "ourDomains",
                      "Our domains",
                      "Whose addresses are ours, one a line; the owner's is among them by itself.",
                      null)
                  .as(Input.LINES),
              Days.setting(365)),
          List.of(new Feed("notes", "Notes of meetings", "interaction")),
          List.of("Make an API key in Granola, for the notes that Rapport is to see."),
          List.of(),
          List.of(
              "Only notes that have a summary are there; one that gets its summary more than a day"
                  + " after it was last changed may be missed.",
              "Nothing is written to Granola."));

  private GranolaDescription() {}
}
