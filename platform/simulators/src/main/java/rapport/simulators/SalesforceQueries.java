package rapport.simulators;

import static rapport.simulators.VendorSimulator.JSON;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.simulators.VendorSimulator.Answer;
import rapport.simulators.VendorSimulator.Asked;
import tools.jackson.databind.node.ObjectNode;

/** Queries of a simulated Salesforce, whose answers are read on by their locators. */
final class SalesforceQueries {

  /** So many answers may be read on at a time; who opens more loses the oldest. */
  private static final int MOST_OPEN = 10;

  private final Map<String, List<ObjectNode>> open = new LinkedHashMap<>();
  private final SalesforceTables tables;
  private final Clock clock;
  private final String path;
  private final int pageSize;
  private int asked;

  /**
   * @param path where answers are read on
   */
  SalesforceQueries(SalesforceTables tables, Clock clock, String path, int pageSize) {
    this.tables = tables;
    this.clock = clock;
    this.path = path;
    this.pageSize = pageSize;
  }

  Answer first(Asked asked, boolean withDeleted) {
    try {
      var rows = tables.query(asked.parameter("q"), clock.instant(), withDeleted);
      return page(opened(rows), rows, 0, wanted(asked));
    } catch (IllegalArgumentException e) {
      return SalesforceSimulator.error(400, "INVALID_FIELD", String.valueOf(e.getMessage()));
    }
  }

  Answer more(Asked asked, boolean isLost) {
    var locator = asked.path().substring(path.length());
    var name = locator.substring(0, locator.lastIndexOf('-'));
    var rows = rows(name);
    if (rows == null || isLost) {
      return SalesforceSimulator.error(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }
    return page(name, rows, Integer.parseInt(locator.substring(name.length() + 1)), wanted(asked));
  }

  private synchronized @Nullable List<ObjectNode> rows(String name) {
    return open.get(name);
  }

  private synchronized String opened(List<ObjectNode> rows) {
    if (open.size() == MOST_OPEN) {
      open.remove(open.keySet().iterator().next());
    }
    var name = "01g" + asked++;
    open.put(name, rows);
    return name;
  }

  /** How many rows a page is to have: what was asked for, if it is not more than there may be. */
  private int wanted(Asked asked) {
    var options = asked.header("sforce-query-options");
    return options.startsWith("batchSize=")
        ? Math.min(pageSize, Integer.parseInt(options.substring("batchSize=".length())))
        : pageSize;
  }

  private Answer page(String name, List<ObjectNode> rows, int from, int most) {
    var to = Math.min(rows.size(), from + most);
    var body = JSON.createObjectNode();
    body.put("totalSize", rows.size());
    body.put("done", to == rows.size());
    if (to < rows.size()) {
      body.put("nextRecordsUrl", path + name + "-" + to);
    }
    var records = body.putArray("records");
    rows.subList(from, to).forEach(records::add);
    return VendorSimulator.ok(body);
  }
}
