package rapport.standalone.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import rapport.standalone.client.RapportClient;

/**
 * Tells Rapport everything about a made-up company: accounts with their past, visitors, interviews,
 * and what takes place today. What is there already is left as it is, so a load that was cut off is
 * gone on with by the next one.
 */
public final class Sample {

  private static final int AT_ONCE = 3;
  private static final int DAILY = 60;
  private static final int TWO_YEARS = 728;
  private static final int WEEK = 7;
  private static final List<String> FULL =
      List.of(
          "/api/v1/accounts?limit=1",
          "/api/v1/people?limit=1",
          "/api/v1/profiles?limit=1",
          "/api/v1/buying-processes?limit=1",
          "/api/v1/leads?limit=1");

  private final Api api;
  private final RapportClient anybody;
  private final long seed;
  private final int accounts;
  private final LocalDate today;
  private final Consumer<String> said;

  /**
   * @param admin signed in as an administrator
   * @param anybody nobody in particular, at the same address
   * @param accounts how many, from 1 to 250
   * @param said hears how far it is
   */
  public Sample(
      RapportClient admin,
      RapportClient anybody,
      long seed,
      int accounts,
      LocalDate today,
      Consumer<String> said) {
    this.api = new Api(admin);
    this.anybody = anybody;
    this.seed = seed;
    this.accounts = accounts;
    this.today = today;
    this.said = said;
  }

  /**
   * Loads what is not there yet.
   *
   * @return false when all of it was
   * @throws Refusal when the workspace holds real data
   */
  public boolean load() throws InterruptedException {
    var workspace = api.get("/api/v1/workspace");
    if (workspace.path("sample").path("loaded").asBoolean(false)) {
      return false;
    }
    if (!workspace.path("sampleData").asBoolean()) {
      refuseRealData();
    }
    mark(false);
    var companies = Company.all(seed, accounts, today);
    var loaded = companies.stream().map(Account::of).toList();
    step(
        "accounts with two years of history, visitors and interviews",
        () -> together(() -> accounts(loaded), () -> visits(loaded), this::interviews));
    var life = new Today(api, companies);
    step("health on past days", () -> health(life, companies));
    step(
        "news of today, alerts, tasks and automations",
        () -> {
          life.automate();
          life.news();
          life.tasks();
          life.views();
          api.await("alerts", "/api/v1/alerts?status=open", it -> !it.path("items").isEmpty());
          api.await("leads", "/api/v1/leads?limit=1", it -> !it.path("items").isEmpty());
          life.dealWithAlerts();
        });
    mark(true);
    return true;
  }

  private void mark(boolean done) {
    api.put("/api/v1/workspace/sample", Told.map("seed", seed, "loaded", done));
  }

  private void refuseRealData() {
    for (var path : FULL) {
      if (!api.get(path).path("items").isEmpty()) {
        throw new Refusal(
            "This workspace holds data of its own, so no sample is loaded into it. Use another"
                + " --data-dir for the sample.");
      }
    }
  }

  private void accounts(List<Account> all) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var writing = all.stream().map(account -> threads.submit(() -> write(account))).toList();
      for (var it : writing) {
        done(it);
      }
    }
  }

  private boolean write(Account account) {
    var path = "/api/v1/accounts/" + account.company().id() + "/past";
    return api.create(() -> api.client().put(path, account.past()));
  }

  private static void done(Future<?> work) throws InterruptedException {
    try {
      work.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
    }
  }

  /** What waits for different services is done side by side. */
  private static void together(Part... parts) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(parts.length)) {
      var running =
          Stream.of(parts)
              .map(part ->
                  threads.submit(() -> {
                    part.run();
                    return true;
                  }))
              .toList();
      for (var it : running) {
        done(it);
      }
    }
  }

  private void visits(List<Account> all) {
    var contact = all.getFirst().people().getLast().email();
    new Visits(api, anybody, contact).talk(few() ? 2 : Integer.MAX_VALUE);
  }

  private void interviews() {
    Interviews.hold(api, few() ? 1 : Integer.MAX_VALUE);
  }

  private boolean few() {
    return accounts < 20;
  }

  private void health(Today life, List<Company> companies) {
    var customers = companies.stream().filter(company -> company.story().isCustomer()).count();
    api.await(
        "the health of all customers",
        "/api/v1/health-scores?limit=200",
        it -> it.path("items").size() >= customers);
    life.history(today.minusDays(TWO_YEARS), today.minusDays(1), WEEK, DAILY);
  }

  /** A part of the work that can fail with an interruption. */
  private interface Part {
    void run() throws InterruptedException;
  }

  private void step(String what, Part part) throws InterruptedException {
    var begun = System.nanoTime();
    part.run();
    said.accept(
        String.format(
            Locale.ROOT, "  sample: %s (%.1f s)", what, (System.nanoTime() - begun) / 1e9));
  }
}
