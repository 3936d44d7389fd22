package rapport.integrations.supabase;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.JsonAnswers;
import rapport.runtime.egress.Fetched;
import rapport.runtime.egress.Outgoing;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Requests to the tables and views of a project. All of them may be made again. */
final class Rest {

  private Rest() {}

  /**
   * Asks a table or view.
   *
   * @param query with its question mark
   * @return answers of any status below 500
   */
  static Mono<Fetched> get(Access access, String table, String query) {
    return access.calls().call(Outgoing.get(uri(access, table, query), headers(access)), true);
  }

  /** Inserts rows, and changes those that are there. */
  static Mono<Fetched> upsert(Access access, String table, String query, JsonNode rows) {
    var headers = headers(access);
    headers.put("Content-Type", "application/json");
    headers.put("Prefer", "resolution=merge-duplicates,return=minimal");
    var request = Outgoing.of("POST", uri(access, table, query), headers, rows.toString());
    return access.calls().call(request, true);
  }

  /** Deletes the rows a query finds. */
  static Mono<Fetched> delete(Access access, String table, String query) {
    var headers = headers(access);
    headers.put("Prefer", "return=minimal");
    var request = Outgoing.of("DELETE", uri(access, table, query), headers, "");
    return access.calls().call(request, true);
  }

  /** Which project it is: each has an address of its own. */
  static String project(Access access) {
    return JsonAnswers.address(access.needed("url"), "/").getAuthority().toLowerCase(Locale.ROOT);
  }

  private static URI uri(Access access, String table, String query) {
    return JsonAnswers.address(access.needed("url"), "/rest/v1/" + table + query);
  }

  private static Map<String, String> headers(Access access) {
    var key = access.needed("key");
    var headers = new HashMap<String, String>();
    headers.put("apikey", key);
    headers.put("Authorization", "Bearer " + key);
    return headers;
  }

  /** Commas, dots and brackets have a meaning outside quotation marks. */
  static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
