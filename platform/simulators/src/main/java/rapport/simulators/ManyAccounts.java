package rapport.simulators;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An organisation with millions of accounts. Each is a number, which says when it was changed and
 * whether it was deleted; its row is made when somebody reads it.
 */
public final class ManyAccounts extends SalesforceTables {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX").withZone(ZoneOffset.UTC);
  private static final Pattern QUERY =
      Pattern.compile(
          "SELECT .+ FROM Account( WHERE SystemModstamp > (\\S+) OR \\(SystemModstamp = \\S+ AND Id"
              + " > '(\\w*)'\\))? ORDER BY SystemModstamp, Id");
  private static final int NUMBER_BITS = 24;
  private static final int STAMP_SHIFT = NUMBER_BITS + 1;
  private static final long NOT_THERE = -1;

  /** What a row was until somebody may see how it was changed. */
  private record Before(long row, Instant visibleFrom) {}

  private final long begin;
  private final long[] rows;
  private final Map<Integer, Before> uncommitted = new HashMap<>();
  private int size;

  /**
   * @param count how many accounts there are to begin with
   * @param ofOneStamp how many of them were changed in the same moment
   * @param more how many may be added at most
   * @param until all of them were changed before
   */
  public ManyAccounts(int count, int ofOneStamp, int more, Instant until) {
    super(true);
    if (count + more >= 1 << NUMBER_BITS) {
      throw new IllegalArgumentException("too many accounts");
    }
    begin = until.toEpochMilli() - 10L * count;
    rows = new long[count + more];
    size = count;
    for (var number = 0; number < count; number++) {
      rows[number] = row(begin + 10L * Math.max(0, number - ofOneStamp), number, false);
    }
  }

  /** How many there are, deleted ones among them. */
  public synchronized int size() {
    return size;
  }

  /** When an account was changed last. */
  public synchronized Instant changedAt(int number) {
    return Instant.ofEpochMilli(stamp(rows[number]));
  }

  public synchronized boolean isDeleted(int number) {
    return isDeleted(rows[number]);
  }

  /** The id of an account. */
  public static String id(int number) {
    return "001%012dAAA".formatted(number);
  }

  /** The account with that id. */
  public static int number(String id) {
    return Integer.parseInt(id.substring(3, 15));
  }

  /**
   * Changes an account, or adds the next one.
   *
   * @param commits how long until anybody sees it
   * @return false when somebody else's change of it is not over
   */
  public synchronized boolean change(int number, Instant stamp, Duration commits, boolean delete) {
    var pending = uncommitted.get(number);
    if (pending != null && pending.visibleFrom().isAfter(stamp)) {
      return false;
    }
    var before = number == size ? NOT_THERE : rows[number];
    size = Math.max(size, number + 1);
    rows[number] = row(stamp.toEpochMilli(), number, delete);
    uncommitted.put(number, new Before(before, stamp.plus(commits)));
    return true;
  }

  @Override
  protected synchronized List<ObjectNode> query(String soql, Instant now, boolean withDeleted) {
    var query = QUERY.matcher(soql);
    if (!query.matches()) {
      return super.query(soql, now, withDeleted);
    }
    var after = after(query.group(2), query.group(3));
    uncommitted.values().removeIf(before -> !before.visibleFrom().isAfter(now));
    return new Found(
        IntStream.range(0, size)
            .mapToLong(this::visible)
            .filter(row -> row > after && (withDeleted || !isDeleted(row)))
            .sorted()
            .toArray());
  }

  private long visible(int number) {
    var before = uncommitted.get(number);
    return before == null ? rows[number] : before.row();
  }

  /** What rows after that place are larger than. */
  private long after(@Nullable String stamp, @Nullable String id) {
    if (stamp == null) {
      return NOT_THERE;
    }
    var time = Math.max(0, Instant.parse(stamp).toEpochMilli() - begin) << STAMP_SHIFT;
    return Objects.requireNonNullElse(id, "").isEmpty()
        ? time - 1
        : time | (long) number(Objects.requireNonNull(id)) << 1 | 1;
  }

  private long row(long stamp, int number, boolean deleted) {
    return (stamp - begin) << STAMP_SHIFT | (long) number << 1 | (deleted ? 1 : 0);
  }

  private long stamp(long row) {
    return (row >> STAMP_SHIFT) + begin;
  }

  private static boolean isDeleted(long row) {
    return (row & 1) == 1;
  }

  private ObjectNode json(long row) {
    var number = (int) (row >> 1) & ((1 << NUMBER_BITS) - 1);
    var stamp = STAMP.format(Instant.ofEpochMilli(stamp(row)));
    var json = JSON.createObjectNode();
    json.putObject("attributes").put("type", "Account");
    return json.put("Id", id(number))
        .put("SystemModstamp", stamp)
        .put("IsDeleted", isDeleted(row))
        .put("Name", "Account " + number + " of " + stamp)
        .put("Website", "https://www.account-" + number + ".example")
        .put("Industry", "Manufacturing")
        .put("NumberOfEmployees", number % 10_000)
        .put("BillingCountry", "Germany");
  }

  /** The answer to a query as it was when it was asked. */
  private final class Found extends AbstractList<ObjectNode> implements RandomAccess {
    private final long[] found;

    Found(long[] found) {
      this.found = found;
    }

    @Override
    public ObjectNode get(int index) {
      return json(found[index]);
    }

    @Override
    public int size() {
      return found.length;
    }
  }
}
