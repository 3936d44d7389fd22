package rapport.integrations.supabase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.JsonAnswers;
import rapport.integrations.connector.JsonFields;
import rapport.integrations.connector.Pushing.Found;
import rapport.integrations.connector.Pushing.OurRecord;
import rapport.integrations.connector.Pushing.Removed;
import rapport.integrations.connector.Pushing.Result;
import rapport.integrations.connector.Pushing.Result.Refused;
import rapport.integrations.connector.Pushing.There;
import rapport.integrations.connector.Pushing.Written;
import rapport.integrations.push.Kind;
import rapport.integrations.push.PushField;
import rapport.runtime.egress.Fetched;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Records of ours as rows of a table, found by our id of them. */
final class Rows {

  /** The column with our id, which has to be unique. */
  static final String OUR_ID = "rapport_id";

  /** As many as are taken or refused with one request. */
  static final int MOST = 200;

  /** Ids are in the address, and each may have 64 characters. */
  private static final int ASKED_AT_ONCE = 75;

  /** An id that no record has. */
  private static final String NOBODY = "rapport-looks-whether-it-may-write";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Rows() {}

  /** The table of a kind unless somebody names another one. */
  static String table(Kind kind) {
    return "rapport_" + kind.wire() + "s";
  }

  /** Columns are called what fields are. */
  static Map<String, String> proposed(Kind kind) {
    return PushField.of(kind).collect(Collectors.toMap(PushField::name, PushField::name));
  }

  /**
   * Whether the key may read, write and delete, whether the columns are there, and whether our id
   * is a text and unique: the database looks at all of that before it turns to the rows, and there
   * are none.
   */
  static Mono<Void> check(
      Access access, String table, Collection<String> columns, boolean deletes) {
    if (columns.contains(OUR_ID)) {
      return Mono.error(
          ConnectorException.refused(
              "column-taken", "The column " + OUR_ID + " is for Rapport's ids."));
    }
    return find(access, table, List.of(NOBODY), columns)
        .then(Mono.defer(() -> upserted(access, table, columns, List.of())))
        .map(answer -> taken(table, answer))
        .then(
            Mono.defer(
                () -> deletes ? remove(access, table, List.of(NOBODY)).then() : Mono.empty()));
  }

  static Mono<Found> find(
      Access access, String table, List<String> ids, Collection<String> columns) {
    var select = "?select=" + String.join(",", withOurId(columns)) + "&";
    return Flux.fromIterable(ids)
        .buffer(ASKED_AT_ONCE)
        .concatMap(some -> Rest.get(access, table, select + among(some)))
        .concatMapIterable(
            answer -> JsonAnswers.read("Supabase", taken(table, answer)).valueStream().toList())
        .map(row -> {
          var id = row.path(OUR_ID).asString("");
          return new There(id, id, null, false, JsonFields.read(row, columns));
        })
        .collectList()
        .map(rows -> new Found(rows, null));
  }

  /** A request says the same columns of all its rows, so there is one for each choice of them. */
  static Mono<Written> write(Access access, String table, List<OurRecord> records) {
    var alike =
        records.stream()
            .collect(
                Collectors.groupingBy(
                    row -> new TreeSet<>(row.fields().keySet()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return Flux.fromIterable(alike.entrySet())
        .concatMap(each ->
            refused(
                table,
                each.getValue(),
                OurRecord::rapportId,
                some -> upserted(access, table, each.getKey(), some)))
        .collect(HashMap<String, Refused>::new, Map::putAll)
        .map(refused -> new Written(results(records, refused), null));
  }

  private static List<Result> results(List<OurRecord> records, Map<String, Refused> refused) {
    var results = new ArrayList<Result>();
    for (var row : records) {
      var why = refused.get(row.rapportId());
      results.add(why == null ? new Result.Done(row.rapportId()) : why);
    }
    return results;
  }

  private static Mono<Fetched> upserted(
      Access access, String table, Collection<String> columns, List<OurRecord> records) {
    var rows = JSON.createArrayNode();
    records.forEach(
        row -> JsonFields.put(rows.addObject(), row.fields()).put(OUR_ID, row.rapportId()));
    var query = "?on_conflict=" + OUR_ID + "&columns=" + String.join(",", withOurId(columns));
    return Rest.upsert(access, table, query, rows);
  }

  static Mono<Removed> remove(Access access, String table, List<String> ids) {
    return Flux.fromIterable(ids)
        .buffer(ASKED_AT_ONCE)
        .concatMap(some ->
            refused(table, some, id -> id, few -> Rest.delete(access, table, "?" + among(few))))
        .collect(HashMap<String, Refused>::new, Map::putAll)
        .map(refused -> new Removed(refused, null));
  }

  /**
   * Which of them are refused, by our ids. A request is taken or refused as a whole, so it is made
   * again for each half of it until whoever is refused is alone.
   */
  private static <T> Mono<Map<String, Refused>> refused(
      String table, List<T> all, Function<T, String> id, Function<List<T>, Mono<Fetched>> request) {
    return request
        .apply(all)
        .flatMap(answer -> {
          var why = Refusals.ofRow(answer);
          if (why == null) {
            taken(table, answer);
            return Mono.just(Map.of());
          }
          if (all.size() == 1) {
            return Mono.just(Map.of(id.apply(all.getFirst()), why));
          }
          var half = all.size() / 2;
          return Flux.just(all.subList(0, half), all.subList(half, all.size()))
              .concatMap(some -> refused(table, some, id, request))
              .collect(HashMap<String, Refused>::new, Map::putAll);
        });
  }

  private static Fetched taken(String table, Fetched answer) {
    if (answer.status() >= 300) {
      throw Refusals.ofTable(table, answer);
    }
    return answer;
  }

  private static SortedSet<String> withOurId(Collection<String> columns) {
    var all = new TreeSet<>(columns);
    all.add(OUR_ID);
    return all;
  }

  private static String among(List<String> ids) {
    var quoted = ids.stream().map(Rest::quoted).collect(Collectors.joining(","));
    return OUR_ID + "=in.(" + Rest.encoded(quoted) + ")";
  }
}
