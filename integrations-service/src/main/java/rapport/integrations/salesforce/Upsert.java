package rapport.integrations.salesforce;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.JsonFields;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outcome;
import rapport.runtime.egress.Fetched;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one record, found by our id of it: the same again makes no second one. Fields that are not
 * named stay as they are over there.
 */
final class Upsert {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SEVERAL = 300;

  private static final Map<String, String> OBJECTS =
      Map.of("lead", "Lead", "contact", "Contact", "account", "Account", "task", "Task");

  private Upsert() {}

  static Mono<Outcome.Done> of(Access access, Message.CrmUpsert record) {
    var object = OBJECTS.get(record.kind());
    if (object == null) {
      return Mono.error(
          ConnectorException.refused(
              "not-permitted", "Nothing of the kind " + record.kind() + " is kept in Salesforce."));
    }
    var path =
        RestApi.DATA
            + "/sobjects/"
            + object
            + "/"
            + Soql.OUR_ID
            + "/"
            + URLEncoder.encode(record.rapportId(), StandardCharsets.UTF_8);
    return RestApi.patch(access, path, JsonFields.put(JSON.createObjectNode(), record.fields()))
        .map(answer -> done(access, answer));
  }

  private static Outcome.Done done(Access access, Fetched answer) {
    if (answer.status() == SEVERAL) {
      throw ConnectorException.refused(
          "ambiguous",
          "Several records in Salesforce have the same "
              + Soql.OUR_ID
              + ". Make the field unique, and merge them.");
    }
    var body = RestApi.json(answer);
    return new Outcome.Done(
        access.connection(), body.path("id").asString(""), !body.path("created").asBoolean(false));
  }
}
