package rapport.integrations.push.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rapport.integrations.push.Job;
import rapport.integrations.push.Kind;
import rapport.integrations.store.SourceRecords;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which of our records are over there already, since they were read from there. */
@Component
final class Links {

  private static final String COMPANY = "Account";

  /** An address may be 4 KB long, and an id 64 characters. */
  private static final int ASKED_AT_ONCE = 40;

  private final AccountLinks accounts;
  private final SourceRecords records;

  Links(AccountLinks accounts, SourceRecords records) {
    this.accounts = accounts;
    this.records = records;
  }

  /** Their ids of companies that were never pushed, by ours. */
  Mono<Map<String, String>> of(StreamRef connection, Kind kind, List<Job> jobs) {
    var fresh =
        jobs.stream()
            .filter(job -> kind == Kind.ACCOUNT && job.remoteId() == null)
            .map(Job::id)
            .toList();
    return Flux.fromIterable(fresh)
        .buffer(ASKED_AT_ONCE)
        .concatMap(some -> links(connection, some))
        .collect(HashMap<String, String>::new, HashMap::putAll)
        .map(Map::copyOf);
  }

  private Mono<Map<String, String>> links(StreamRef connection, List<String> some) {
    return accounts
        .streams(connection, COMPANY, some)
        .flatMap(streams ->
            records.ids(connection.workspace(), streams.values()).map(ids -> joined(streams, ids)));
  }

  private static Map<String, String> joined(Map<String, String> streams, Map<String, String> ids) {
    var links = new HashMap<String, String>();
    streams.forEach((account, stream) -> {
      var id = ids.get(stream);
      if (id != null) {
        links.put(account, id);
      }
    });
    return links;
  }
}
