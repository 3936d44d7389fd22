package rapport.integrations.salesforce;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import rapport.integrations.progress.SyncState;
import rapport.integrations.store.Bench;
import rapport.runtime.projection.StreamRef;
import rapport.simulators.Faults;
import rapport.simulators.ManyAccounts;
import rapport.simulators.SalesforceSimulator;
import reactor.core.publisher.Flux;

/**
 * Has a large organisation imported while it changes and fails and its reader is killed, prints how
 * long it took, and compares what is known with what there is: {@code deploy/measure --salesforce}
 * runs it beside the store of {@code deploy/up}.
 */
final class ImportMeasurement {

  private static final int OF_ONE_STAMP = 5_000;
  private static final int MORE = 1_000_000;
  private static final int KILLS = 5;
  private static final int PAGE = 500;
  private static final double FAILING = 0.05;
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration LATEST = Duration.ofSeconds(5);
  private static final Duration MOST = Duration.ofMinutes(10);

  private final int rows;
  private final ProcessHandle store;
  private final PrintStream out;
  private final Random random = new Random(7);
  private final Clock clock = Clock.systemUTC();
  private final ManyAccounts accounts;
  private final SalesforceSimulator salesforce;
  private final Faults faults = new Faults(new Random(8), FAILING, () -> {});
  private final Bench.Place place;
  private final Bench bench;
  private final StreamRef connection;
  private final long begun = System.nanoTime();
  private Process reader;
  private Duration cpu = Duration.ZERO;
  private long memory;
  private int kills;

  private ImportMeasurement(String uri, ProcessHandle store, int rows, PrintStream out)
      throws IOException {
    this.rows = rows;
    this.store = store;
    this.out = out;
    accounts = new ManyAccounts(rows, OF_ONE_STAMP, MORE, clock.instant().minus(MOST));
    salesforce = new SalesforceSimulator(accounts, clock, 2_000, 0);
    salesforce.failBy(faults);
    var keys = Files.createTempDirectory("import").resolve("keys.json");
    place = new Bench.Place(uri, "import-" + UUID.randomUUID(), "main", keys);
    bench = ImportReader.bench(place, clock);
    connection =
        bench.connect(
            new SalesforceConnector(clock),
            Map.of("loginUrl", salesforce.url(), "clientId", "key"),
            Map.of("clientSecret", "secret"));
    reader = read();
  }

  /**
   * @param args the store's address, its process id, and how many rows; the JVM options of whoever
   *     reads are in the system property {@code reader.options}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var store = ProcessHandle.of(Long.parseLong(args[1])).orElseThrow();
    var measurement = new ImportMeasurement(args[0], store, Integer.parseInt(args[2]), System.out);
    var faults = measurement.run();
    System.exit(faults.isEmpty() ? 0 : 1);
  }

  private Process read() throws IOException {
    var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
    command.addAll(List.of(System.getProperty("reader.options", "-Xmx256m").split(" ")));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            ImportReader.class.getName(),
            place.uri(),
            place.database(),
            place.workspace(),
            place.keyFile().toString(),
            connection.stream()));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private List<String> run() throws IOException, InterruptedException {
    importWhileItChanges();
    out.printf(
        "%,d accounts imported in %.0f s, %,.0f a second; %d kills, %,d requests, %d of them"
            + " failed%n",
        rows, seconds(), rows / seconds(), kills, salesforce.requests(), faults.failures());
    faults.end();
    settle();
    stop();
    out.printf(
        "reader: %d MB resident at most, %.0f s of CPU; store: %.0f s of CPU%n",
        memory,
        cpu.toMillis() / 1e3,
        store.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3);
    var wrong = compare();
    wrong.stream().limit(10).forEach(out::println);
    out.printf(
        "%,d accounts over there, %d of them known otherwise or not at all%n",
        accounts.size(), wrong.size());
    return wrong;
  }

  private void importWhileItChanges() throws IOException, InterruptedException {
    var told = 0L;
    while (true) {
      Thread.sleep(LOOK);
      change();
      requireAlive();
      var feed = bench.state(connection).feed("Account");
      if (kills < KILLS && feed.added() >= (long) rows * (kills + 1) / (KILLS + 1)) {
        stop();
        kills++;
        reader = read();
      }
      if (feed.added() - told >= Math.max(10_000, rows / 10)) {
        told = feed.added();
        out.printf("  %,d after %.0f s%n", told, seconds());
      }
      if (kills == KILLS && !feed.isBackfilling()) {
        return;
      }
    }
  }

  /** Some are changed, added and deleted; of some of that nobody knows for seconds. */
  private void change() {
    for (var i = 0; i < 20; i++) {
      var number = i < 5 ? accounts.size() : random.nextInt(accounts.size());
      var delete = i > 17;
      if (number == accounts.size() || !accounts.isDeleted(number)) {
        var commits = delete ? Duration.ZERO : Duration.ofMillis(random.nextInt(4_000));
        var _ = accounts.change(number, clock.instant(), commits, delete);
      }
    }
  }

  /** Two rounds that began when nothing changed any more. */
  private void settle() throws InterruptedException {
    Thread.sleep(LATEST);
    for (var round = 0; round < 3; round++) {
      var before = bench.state(connection).lastSyncAt();
      while (lastSync().equals(String.valueOf(before))) {
        requireAlive();
        Thread.sleep(LOOK);
      }
    }
  }

  private String lastSync() {
    SyncState state = bench.state(connection);
    return String.valueOf(state.lastSyncAt());
  }

  private void requireAlive() {
    if (!reader.isAlive()) {
      throw new IllegalStateException("the reader ended by itself: " + reader.exitValue());
    }
  }

  /** Kills it, and adds up what it used. */
  private void stop() throws IOException, InterruptedException {
    cpu = cpu.plus(reader.info().totalCpuDuration().orElse(Duration.ZERO));
    var status = Path.of("/proc", Long.toString(reader.pid()), "status");
    if (Files.exists(status)) {
      Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> Long.valueOf(line.replaceAll("\\D", "")))
          .forEach(kilobytes -> memory = Math.max(memory, kilobytes / 1_024));
    }
    reader.destroyForcibly().waitFor();
  }

  private List<String> compare() {
    var seen = new BitSet(accounts.size());
    var wrong = new ArrayList<String>();
    try (var client = MongoClients.create(place.uri())) {
      var records = client.getDatabase(place.database()).getCollection("source_records");
      for (var page = page(records, ""); !page.isEmpty(); page = page(records, last(page))) {
        for (var document : page) {
          var number = ManyAccounts.number(document.getString("record"));
          if (seen.get(number) || !isRight(number, document)) {
            wrong.add(document.toJson());
          }
          seen.set(number);
        }
      }
    }
    for (var missing = seen.nextClearBit(0);
        missing < accounts.size();
        missing = seen.nextClearBit(missing + 1)) {
      wrong.add("missing: " + ManyAccounts.id(missing));
    }
    return wrong;
  }

  /** The next ones in the order of their ids; the store answers all of them at once. */
  private static List<Document> page(MongoCollection<Document> records, String after) {
    var found = records.find(Filters.gt("_id", after)).sort(Sorts.ascending("_id")).limit(PAGE);
    return Objects.requireNonNull(Flux.from(found).collectList().block(MOST));
  }

  private static String last(List<Document> page) {
    return page.getLast().getString("_id");
  }

  /** Known as it is at last, and told in order, no version twice. */
  private boolean isRight(int number, Document known) {
    var versions = Bench.toldVersions(known);
    return known.getLong("version") == accounts.changedAt(number).toEpochMilli()
        && known.getString("digest").equals("deleted") == accounts.isDeleted(number)
        && versions.equals(versions.stream().sorted().distinct().toList())
        && versions.getLast().equals(known.getLong("version"));
  }

  private double seconds() {
    return Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3;
  }
}
