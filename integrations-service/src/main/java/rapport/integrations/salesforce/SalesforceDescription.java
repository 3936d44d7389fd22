package rapport.integrations.salesforce;

import java.util.Arrays;
import java.util.List;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.ConnectorDescription.Ability;
import rapport.integrations.connector.ConnectorDescription.Feed;
import rapport.integrations.connector.ConnectorDescription.Setting;
import rapport.integrations.connector.ConnectorDescription.Setting.Input;

/** Salesforce as people see it. */
final class SalesforceDescription {

  static final ConnectorDescription IT =
      new ConnectorDescription(
          "salesforce",
          "Salesforce",
          "Accounts, contacts, leads, opportunities and cases, and which leads were won and lost.",
          List.of(Ability.PULL, Ability.PUSH),
          List.of(
              Setting.required(
                      "loginUrl",
                      "My Domain address",
                      "Such as https://acme.my.salesforce.com, from Setup, My Domain.")
                  .as(Input.ADDRESS),
              Setting.required(
                  "clientId", "Consumer key", "Of the connected app that Rapport signs in with."),
              Setting.secret("clientSecret", "Consumer secret", "Of the same connected app."),
              Setting.optional(
                  "disqualified",
                  "Statuses of leads that are out",
                  "Separated by commas.",
                  "Unqualified, Closed - Not Converted")),
          Arrays.stream(SObject.values())
              .map(object -> new Feed(object.api(), object.label(), object.kind()))
              .toList(),
          List.of(
              "In Setup, make a connected app with OAuth, the scope api, and the client credentials"
                  + " flow.",
              "Name a user it runs as, who may see what Rapport is to see.",
              "To have outcomes matched to leads of Rapport, add the text field Rapport_Id__c to"
                  + " Lead, Contact, Account and Task, as a unique external id."),
          List.of(),
          List.of(
              "Changes are read every minute; a row that is purged from the recycle bin between two"
                  + " readings is not noticed.",
              "What automations write with crm_upsert, and what is pushed, is found by"
                  + " Rapport_Id__c, so it is written once. Nothing is pushed unless an"
                  + " administrator switches it on; nothing is deleted.",
              "To have scores over there, add the fields they are pushed to, such as"
                  + " Rapport_Score__c on Lead and Rapport_Health__c on Account.",
              "Reading stops for a while when a tenth of the organisation's daily requests is"
                  + " left."));

  private SalesforceDescription() {}
}
