package rapport.integrations.salesforce;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.Budget;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Pushing.Removed;
import rapport.integrations.connector.Pushing.Result;
import rapport.integrations.push.Kind;
import rapport.runtime.egress.Fetched;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Deletes records in collections. Those take Salesforce's ids only, so it is looked first which
 * records have ours: what somebody took our id from, or made another record of, stays.
 */
final class Deletion {

  private static final Set<String> GONE = Set.of("ENTITY_IS_DELETED", "INVALID_CROSS_REFERENCE_ID");

  private Deletion() {}

  static Mono<Removed> of(Access access, Kind kind, List<String> rapportIds) {
    return Flux.fromIterable(rapportIds)
        .buffer(Records.ASKED_AT_ONCE)
        .concatMap(some -> RestApi.get(access, Records.path(soql(kind, some))))
        .collectList()
        .flatMap(answers -> deleted(access, answers));
  }

  private static String soql(Kind kind, List<String> rapportIds) {
    return "SELECT Id, "
        + Soql.OUR_ID
        + " FROM "
        + Records.object(kind)
        + " WHERE "
        + Records.in(Soql.OUR_ID, rapportIds);
  }

  private static Mono<Removed> deleted(Access access, List<Fetched> answers) {
    var there = new LinkedHashMap<String, String>();
    for (var answer : answers) {
      RestApi.json(answer)
          .path("records")
          .valueStream()
          .forEach(
              row -> there.put(row.path("Id").asString(""), row.path(Soql.OUR_ID).asString("")));
    }
    return Flux.fromIterable(List.copyOf(there.keySet()))
        .buffer(Records.MOST)
        .concatMap(ids -> collection(access, ids, there))
        .reduce(new Removed(Map.of(), Usage.of(answers.getLast())), Deletion::and);
  }

  private static Mono<Removed> collection(
      Access access, List<String> ids, Map<String, String> ours) {
    var path = RestApi.DATA + "/composite/sobjects?allOrNone=false&ids=" + String.join(",", ids);
    return RestApi.delete(access, path).map(answer -> removed(answer, ids, ours));
  }

  private static Removed removed(Fetched answer, List<String> ids, Map<String, String> ours) {
    var results = RestApi.json(answer).valueStream().toList();
    if (results.size() != ids.size()) {
      throw ConnectorException.later(
          "unexpected-answer", "Salesforce answered for other records than were named.", null);
    }
    var refused = new HashMap<String, Result.Refused>();
    for (var i = 0; i < results.size(); i++) {
      var error = results.get(i).path("errors").path(0);
      var success = results.get(i).path("success").asBoolean(false);
      if (!success && !GONE.contains(error.path("statusCode").asString(""))) {
        refused.put(ours.getOrDefault(ids.get(i), ""), Records.refused(error));
      }
    }
    return new Removed(refused, Usage.of(answer));
  }

  private static Removed and(Removed one, Removed other) {
    var refused = new HashMap<>(one.refused());
    refused.putAll(other.refused());
    @Nullable Budget last = other.budget() == null ? one.budget() : other.budget();
    return new Removed(refused, last);
  }
}
