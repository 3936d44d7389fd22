package rapport.integrations.salesforce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rapport.contracts.IntegrationEvent.DealPerson;
import rapport.integrations.connector.Access;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the leads that became deals: so a deal that is won or lost is an outcome of theirs. */
final class DealPeople {

  /** A query must not grow too long. */
  private static final int AT_ONCE = 200;

  private DealPeople() {}

  /** By the deal's id. */
  static Mono<Map<String, List<DealPerson>>> of(Access access, List<Row> deals) {
    return Flux.fromIterable(deals)
        .map(Row::id)
        .buffer(AT_ONCE)
        .concatMap(ids -> leads(access, ids))
        .collect(
            HashMap<String, List<DealPerson>>::new,
            (people, lead) ->
                people
                    .computeIfAbsent(lead.needed("ConvertedOpportunityId"), _ -> new ArrayList<>())
                    .add(
                        new DealPerson(
                            lead.text(Soql.OUR_ID), lead.id(), Mapping.lower(lead.text("Email")))))
        .map(Map::copyOf);
  }

  private static Flux<Row> leads(Access access, List<String> deals) {
    var withOurId = !"none".equals(access.memory().get(SalesforceConnector.OUR_ID_KNOWN + "Lead"));
    return RestApi.get(access, RestApi.query(Soql.convertedInto(deals, withOurId)))
        .map(RestApi::json)
        .flatMapIterable(body -> body.path("records").valueStream().map(Row::new).toList());
  }
}
