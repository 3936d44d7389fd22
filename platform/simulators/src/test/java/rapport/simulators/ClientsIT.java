package rapport.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** jsforce and postgrest-js, run by Node, against the simulated Salesforce and Supabase. */
class ClientsIT {

  private static final Path FOLDER = Path.of("src/test/clients").toAbsolutePath();
  private static final int ACCOUNTS = 2_500;

  private final Clock clock = Clock.systemUTC();

  @Test
  void the_vendors_own_clients_work() throws IOException, InterruptedException {
    requireNode();
    install();
    var now = clock.instant();
    var accounts = new ManyAccounts(ACCOUNTS, 1_500, 0, now.minusSeconds(60));
    try (var salesforce = new SalesforceSimulator(accounts, clock, 1_000, 0);
        var supabase = new SupabaseSimulator(clock, 3, 0)) {
      for (var number = 0; number < 8; number++) {
        supabase.put("u" + number, stamp(now, number), Duration.ZERO, "acme.example", number);
      }
      supabase.table("rapport_leads", "company", "lead_points");
      run(
          List.of("node", "--test"),
          Map.of(
              "ACCOUNTS", Integer.toString(ACCOUNTS),
              "SALESFORCE_URL", salesforce.url(),
              "SUPABASE_URL", supabase.url()));
    }
  }

  /** Five of one stamp, then one after the other. */
  private static Instant stamp(Instant now, int number) {
    return now.minusSeconds(3_600).plusSeconds(Math.max(0, number - 4));
  }

  private static void requireNode() {
    var hasNode =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npm")));
    if (!hasNode && "true".equals(System.getenv("CI"))) {
      throw new IllegalStateException("the vendors' clients need node and npm on the PATH");
    }
    assumeTrue(hasNode, "node and npm are not on the PATH");
  }

  private static void install() throws IOException, InterruptedException {
    var installed = FOLDER.resolve("node_modules/.package-lock.json").toFile();
    if (installed.lastModified() < FOLDER.resolve("package-lock.json").toFile().lastModified()) {
      run(List.of("npm", "ci", "--no-progress", "--no-audit", "--ignore-scripts"), Map.of());
    }
  }

  private static void run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
