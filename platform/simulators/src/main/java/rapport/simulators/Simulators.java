package rapport.simulators;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * All simulated systems at once, with the same few companies in each, for somebody who wants to see
 * Rapport's integrations work without an account anywhere.
 */
public final class Simulators implements AutoCloseable {

  private static final int SALESFORCE_PAGE = 2_000;
  private static final int PAGE = 100;
  private static final int DAYS = 60;
  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(15);

  private final PrintStream out;
  private final Clock clock = Clock.systemUTC();
  private final Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
  private final SalesforceSimulator salesforce;
  private final SlackSimulator slack;
  private final SlackWorkspace acme;
  private final GongSimulator gong;
  private final GranolaSimulator granola;
  private final SupabaseSimulator supabase;
  private final MailSimulator mail;
  private final HookReceiver webhook;
  private final HookDesk desk;
  private final Random random = new Random();

  Simulators(SimulatorOptions options, PrintStream out) {
    this.out = out;
    salesforce =
        new SalesforceSimulator(
            PlantedOrganisation.at(now), clock, SALESFORCE_PAGE, options.nth(0));
    slack = new SlackSimulator(clock, PAGE, options.nth(1));
    gong = new GongSimulator(clock, PAGE, options.nth(2));
    granola = new GranolaSimulator(clock, PAGE, options.nth(3));
    supabase = new SupabaseSimulator(clock, SALESFORCE_PAGE, options.nth(4));
    mail = new MailSimulator(options.nth(5), options.nth(6));
    webhook = new HookReceiver(options.nth(7));
    acme = slack.workspace();
    Company.ALL.forEach(this::plant);
    tables();
    failBy(options.faults());
    tell();
    desk = new HookDesk(options.nth(8), BETWEEN_ROUNDS, tellings(), this::say);
  }

  /**
   * @param args see {@code deploy/simulators --help}
   */
  public static void main(String[] args) throws InterruptedException {
    SimulatorOptions options;
    try {
      options = SimulatorOptions.parse(List.of(args));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
      return;
    }
    new Simulators(options, System.out).describe();
    new CountDownLatch(1).await(); // until the process is ended
  }

  private void plant(Company company) {
    var person = company.people().getFirst();
    var theirs = company.address(person);
    var key = company.domain();
    gong.put("call-" + key, ago(12), Duration.ZERO, "next steps with " + company.name(), theirs);
    granola.put("note-" + key, ago(9), Duration.ZERO, "a plan for " + company.name(), theirs);
    mail.deliver(
        "first." + key + "@" + key,
        ago(15),
        person.first() + " " + person.last() + " <" + theirs + ">",
        "Your proposal",
        "Thank you. We have compared it with two others and would like to talk about the price.");
    var channel = channel(company);
    var them = "U" + channel;
    acme.channel(channel, "shared-" + key.replaceAll("\\W.*", ""));
    acme.user(them, person.first() + " " + person.last(), theirs, "T" + channel);
    var asked = acme.say(channel, ago(5), them, "Can we move the review to Thursday?");
    acme.reply(channel, asked, ago(5).plusSeconds(600), "U2", "Thursday at ten it is.");
    for (var day = 0; day < DAYS && company.users() > 0; day++) {
      var users = Math.max(0, company.users() + company.drift() * (DAYS - day) / 7);
      supabase.put(key + "-" + day, ago(day), Duration.ZERO, key, users);
    }
  }

  private static String channel(Company company) {
    return "C" + company.domain().replaceAll("\\W.*", "").toUpperCase(Locale.ROOT);
  }

  /** What happens of its own accord, once somebody wants to be told. */
  private List<HookDesk.Telling> tellings() {
    var challenge = UUID.randomUUID().toString();
    return List.of(
        new HookDesk.Telling(
            "slack",
            "Slack",
            "signing secret " + SlackSimulator.SIGNING_SECRET,
            slack.events(),
            "{\"type\":\"url_verification\",\"challenge\":\"" + challenge + "\"}",
            challenge,
            this::talk),
        new HookDesk.Telling(
            "gong",
            "Gong",
            "public key " + gong.publicKey(),
            gong.hook(),
            "{\"isTest\":true}",
            "",
            this::call));
  }

  private Company anybody() {
    return Company.ALL.get(random.nextInt(Company.ALL.size()));
  }

  private void talk() {
    var channel = channel(anybody());
    var asked =
        acme.say(channel, clock.instant(), "U" + channel, "Does the import take 10,000 rows?");
    acme.reply(channel, asked, clock.instant(), "U2", "It does since this week.");
    acme.edit(channel, asked, clock.instant(), "Does the import take 50,000 rows?");
  }

  private void call() {
    var company = anybody();
    var theirs = company.address(company.people().getFirst());
    gong.put("call-" + UUID.randomUUID(), clock.instant(), Duration.ZERO, "the renewal", theirs);
  }

  /** Those that integrations-service's statements make. */
  private void tables() {
    supabase.table(
        "rapport_accounts",
        "name",
        "industry",
        "employees",
        "segment",
        "health_score",
        "health_band",
        "churn_probability");
    supabase.table("rapport_contacts", "first_name", "last_name", "email", "phone", "title");
    supabase.table(
        "rapport_leads",
        "first_name",
        "last_name",
        "email",
        "phone",
        "company",
        "industry",
        "status",
        "lead_points",
        "lead_grade",
        "conversion_probability",
        "persona",
        "next_best_action");
    supabase.table("rapport_tasks", "subject", "text", "due", "status", "priority");
  }

  private Instant ago(int days) {
    return now.minus(Duration.ofDays(days));
  }

  private void failBy(double rate) {
    if (rate > 0) {
      var faults = new Faults(new Random(), rate, () -> {});
      salesforce.failBy(faults);
      slack.failBy(faults);
      gong.failBy(faults);
      granola.failBy(faults);
      supabase.failBy(faults);
    }
  }

  /** Says what is written to them. */
  private void tell() {
    salesforce.onWrite(written -> say("Salesforce", written));
    supabase.onWrite(written -> say("Supabase", written));
    slack.onMessage(message -> say("Slack C1", message.path("text").asString("")));
    webhook.onCall(call -> say("webhook", call.body()));
    mail.onLetter(line -> say("e-mail", line));
  }

  private void say(String system, String what) {
    out.println(clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + system + ": " + what);
  }

  /** Says what to type where. */
  void describe() {
    out.printf(
        """
        Simulated systems, each with the same %d companies. deploy/up --simulators starts Rapport and
        them; a Rapport that was started otherwise may talk to them with

          RAPPORT_EGRESS_ALLOWED_HOSTS=127.0.0.1 RAPPORT_SMTP_HOST=127.0.0.1 RAPPORT_SMTP_PORT=%d
          RAPPORT_SMTP_TLS=none RAPPORT_SMTP_FROM=rapport@rapport.example

        Connect, under Integrations:

          Salesforce  My Domain address %s, consumer key key, consumer secret secret
          Slack       bot token xoxb-good, address %s; messages go to C1, and
                      channels to read are #shared-brightloom and so on
          Gong        API address %s, access key key, access key secret secret
          Granola     API key grn_good, API address %s
          Supabase    project address %s, API key sb_good
          E-mail      server 127.0.0.1, port %d, security none, user %s, password %s
          a webhook   %s

        What is written to them is told here. For Slack and Gong to tell Rapport what happens there,
        give their connections a signing secret and a public key, and enter their addresses at
        %s
        """,
        Company.ALL.size(),
        mail.smtp(),
        salesforce.url(),
        slack.url(),
        gong.url(),
        granola.url(),
        supabase.url(),
        mail.imap(),
        MailSimulator.OURS,
        MailSimulator.PASSWORD,
        webhook.url(),
        desk.url());
    out.flush();
  }

  @Override
  public void close() {
    desk.close();
    webhook.close();
    mail.close();
    supabase.close();
    granola.close();
    gong.close();
    slack.close();
    salesforce.close();
  }
}
