package rapport.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.contracts.ConversationEvent.Provenance;

/** One event of every type, with every optional part present. */
final class Samples {

  private static final Provenance CHAT = new Provenance(Origin.CHAT, "visitor-7", "I am 42", 0.93);
  private static final Provenance PANEL = new Provenance(Origin.PANEL, "user-1", null, 1);
  private static final Instant AT = Instant.parse("2026-02-27T14:00:00Z");
  private static final FieldValue AGE = new FieldValue.Num(BigDecimal.valueOf(42));
  private static final FieldValue INDUSTRY = FieldValue.text("SaaS");
  private static final FieldValue GOALS = new FieldValue.Tags(List.of("grow", "save time"));

  private static final IntegrationEvent.Source RECORD =
      new IntegrationEvent.Source(
          "cn-1",
          "salesforce",
          "Opportunity",
          "006000000000001AAA",
          "1772360130123",
          "https://acme.my.salesforce.com/006000000000001AAA",
          "lead-7");
  private static final IntegrationEvent.Person SELLER =
      new IntegrationEvent.Person("005000000000001AAA", "Ada", "ada@ours.example", "ours");

  private static final Map<Class<?>, Object> ALL =
      Stream.of(
              new ConversationEvent.SessionStarted(
                  "customer-profile",
                  1,
                  "en",
                  "user-1",
                  new ConversationEvent.Arrival(
                      "site-1",
                      "https://www.example.com/pricing",
                      "Pricing",
                      "https://search.example/",
                      Map.of("source", "newsletter"))),
              new ConversationEvent.SessionResumed(),
              new ConversationEvent.SessionCompleted(),
              new ConversationEvent.NextSessionRequested("conversation-2"),
              new ConversationEvent.PhaseEntered("demographics"),
              new ConversationEvent.PhaseCompleted("demographics"),
              new ConversationEvent.PhaseReopened("demographics"),
              new ConversationEvent.QuestionAsked(List.of("demographics.age"), 2),
              new ConversationEvent.QuestionWithdrawn(List.of("demographics.age")),
              new ConversationEvent.FieldCaptured("demographics.age", AGE, CHAT),
              new ConversationEvent.FieldCorrected("company.industry", INDUSTRY, GOALS, PANEL),
              new ConversationEvent.FieldCleared("company.industry", INDUSTRY, PANEL),
              new ConversationEvent.FieldSkipped("demographics.age"),
              new ConversationEvent.FieldUnknown("demographics.age"),
              new ConversationEvent.FieldRejected("demographics.age", "out-of-range", "4200"),
              new ConversationEvent.FieldParked("company.size"),
              new ConversationEvent.FieldRestored("company.size", new FieldValue.Flag(true)),
              new ConversationEvent.FieldSuggested("goals", GOALS, CHAT),
              new ConversationEvent.SuggestionDismissed("goals"),
              new ConversationEvent.ClarificationAsked(
                  "I am 42",
                  List.of(
                      new ConversationEvent.Candidate("demographics.age", AGE, 0.5),
                      new ConversationEvent.Candidate("company.size", AGE, 0.4))),
              new ConversationEvent.FieldConflicted("company.industry", INDUSTRY, GOALS, PANEL),
              new ConversationEvent.ControlAnswered("ready", new FieldValue.Flag(true), CHAT),
              new ConversationEvent.ControlReopened("ready"),
              new ConversationEvent.RevisitRequested(List.of("demographics.age", "goals")),
              new ConversationEvent.DigressionHandled("pricing"),
              new ConversationEvent.SummaryRequested(List.of("goals")),
              new ConversationEvent.SummaryProduced("They want to grow.", List.of("goals"), 17),
              new ConversationEvent.SummaryOutdated(),
              new ConversationEvent.MessageReceived("message-9", "I am 42 — ça va? 🙂"),
              new ConversationEvent.TurnUndone("message-9"),
              new ConversationEvent.FieldReset("demographics.age", AGE, CHAT),
              new ConversationEvent.ItemAdded("buying_stages", "s4", 1, CHAT),
              new ConversationEvent.ItemRemoved("buying_stages", "s4", PANEL),
              new ConversationEvent.ItemMoved("buying_stages", "s4", 0, PANEL),
              new ConversationEvent.FlowMigrated(
                  1,
                  2,
                  Map.of("buying_stages[].who", "buying_stages[].key_influencers"),
                  List.of("goals")),
              new ConversationEvent.LanguageChanged("en", "de"),
              new ConversationEvent.ModeSwitched("lead", "sales", "rule"),
              new ConversationEvent.PersonaAssessed(
                  "message-9",
                  "saas-startup",
                  "SaaS startup",
                  0.82,
                  List.of(new ConversationEvent.Evidence("ten of us", 0.7)),
                  List.of("tech_stack", "team_size")),
              new ConversationEvent.IntentAssessed(
                  "message-9",
                  4,
                  0.64,
                  List.of(new ConversationEvent.Evidence("when can we start", 1.2)),
                  List.of(new ConversationEvent.Signal("security", "do you support SSO", 0.9))),
              new ConversationEvent.EmailCaptured(
                  "email",
                  "nora@example.com",
                  new ConversationEvent.Consent("contact-1", "en", true)),
              new ConversationEvent.QuestionAnswered(
                  "Do you support SSO?", "security", "Yes.", "https://example.com/security"),
              new ConversationEvent.QuestionLeftOpen("Can it make coffee?"),
              new ConversationEvent.ReplyProduced("message-9", true),
              new ConversationEvent.ColleagueCalled("likely_buyer"),
              new ConversationEvent.AgentJoined("user-1", "Ada"),
              new ConversationEvent.AgentReplied("message-10", "Hello!", "user-1", "Ada"),
              new ConversationEvent.AgentLeft("user-1"),
              new ProfileEvent.ProfileStarted("customer-profile"),
              new ProfileEvent.ProfileChanged(List.of("demographics.age")),
              new ProfileEvent.ProfileCompleted(),
              new ProfileEvent.ProfileReopened(),
              new PersonEvent.PersonKnown(List.of("conversation-1")),
              new PersonEvent.PersonChanged(List.of("company.size", "identity.name")),
              new PersonEvent.PersonMerged("person-2", "user-1"),
              new PersonEvent.PersonUnmerged("person-2", "user-1"),
              new PrivacyEvent.ErasureRequested(1),
              new PrivacyEvent.ErasureCompleted(),
              new PrivacyEvent.ArchiveRequested(),
              new PersonState(
                  "person-2",
                  List.of("conversation-1"),
                  Map.of(
                      "company.industry",
                      new PersonState.Leaf(
                          INDUSTRY,
                          new PersonState.Source(
                              "conversation", "conversation-1", "conversation-1:5", "we do SaaS"),
                          "visitor",
                          Instant.parse("2026-03-01T10:15:30.123Z"),
                          0.93,
                          true)),
                  List.of(ConsentPurpose.CRM, ConsentPurpose.MARKETING)),
              new AutomationEvent.RunStarted(
                  "health_degradation",
                  2,
                  new AutomationEvent.Subject("account", "account-7"),
                  "health_score < 60"),
              new AutomationEvent.StepDone(
                  1, "create_intervention_plan", "A task for Ada.", "task-9"),
              new AutomationEvent.StepFailed(2, "webhook", "it answered 500"),
              new AutomationEvent.RunFinished("health_degradation", AutomationEvent.Outcome.FAILED),
              new AutomationEvent.TaskCreated(
                  "Write a recovery plan for Acme",
                  new AutomationEvent.Subject("account", "account-7"),
                  "user-1",
                  "success",
                  "2026-03-03T10:15:30Z",
                  "run-4"),
              new AutomationEvent.TaskAssigned("user-2", null),
              new AutomationEvent.TaskCompleted("user-2"),
              new AutomationEvent.TaskReopened("user-1"),
              new LeadEvent.VisitorAssessed(
                  "message-9",
                  5,
                  new LeadEvent.Persona("small-team", "Small team", 0.72),
                  List.of(
                      new LeadEvent.Candidate("small-team", 0.72),
                      new LeadEvent.Candidate(LeadEvent.Candidate.UNKNOWN, 0.28)),
                  List.of(
                      new LeadEvent.Evidence("small-team", "there are nine of us", 1.4, "fact")),
                  new LeadEvent.Intent(
                      0.61, List.of(new LeadEvent.Reason("what does it cost", 1.1, "pricing"))),
                  List.of(new LeadEvent.Signal("pricing", "what does it cost", 0.9)),
                  List.of(
                      new LeadEvent.Fact(
                          "company.size", FieldValue.text("9"), "there are nine of us", 0.9)),
                  List.of("Deskly")),
              new AccountSignal.AccountRecorded(
                  "Harbour Mills",
                  "food",
                  "mid-market",
                  240,
                  "user-1",
                  "salesforce",
                  LocalDate.parse("2025-02-01")),
              new AccountSignal.AccountArchived(),
              new AccountSignal.LifecycleMoved(
                  new AccountSignal.Position("customer", "onboarding"),
                  new AccountSignal.Position("customer", "adoption"),
                  "early-warning",
                  "training is done",
                  "user-1"),
              new AccountSignal.ContactRecorded(
                  "contact-1", List.of("champion", "user"), "manager", "operations", true),
              new AccountSignal.ChampionAssessed("contact-1", 71.5, 0.9, 0.5, 0.66, 0.8),
              new AccountSignal.InteractionLogged(
                  "interaction-1",
                  "meeting",
                  AT,
                  AccountSignal.Direction.INBOUND,
                  List.of("contact-1"),
                  false,
                  0.4,
                  "granola"),
              new AccountSignal.InteractionWithdrawn("interaction-1"),
              new AccountSignal.CompetitorMentioned(
                  "mention-1", "Deskly", AT, 0.9, true, false, "interaction-1"),
              new AccountSignal.UsageReported(LocalDate.parse("2026-02-28"), 31, 44, 60, 5, 8),
              new AccountSignal.TicketRecorded(
                  "ticket-1", "p1", AT, AT.plusSeconds(7200), BigDecimal.valueOf(4), 4.5),
              new AccountSignal.GoalRecorded(
                  "goal-1",
                  "first invoice sent",
                  LocalDate.parse("2026-03-31"),
                  LocalDate.parse("2026-02-20")),
              new AccountSignal.RoiMeasured(
                  "roi-1",
                  LocalDate.parse("2026-02-28"),
                  new BigDecimal("1.4"),
                  new BigDecimal("1.5")),
              new AccountSignal.NpsAnswered("answer-1", AT, 9, "contact-1"),
              new AccountSignal.ContractRecorded(
                  "contract-1",
                  LocalDate.parse("2026-01-01"),
                  LocalDate.parse("2026-12-31"),
                  new BigDecimal("48000"),
                  "EUR",
                  60,
                  45,
                  "active",
                  "contract-0"),
              new AccountSignal.DealRecorded(
                  "deal-1",
                  "expansion",
                  "negotiation",
                  AT,
                  new BigDecimal("12000"),
                  "EUR",
                  LocalDate.parse("2026-04-15"),
                  1,
                  "contract-1"),
              new LeadChange.LeadOpened("site-1", "conversation-1"),
              new LeadChange.LeadEnriched(List.of("facts.company.size", "signals.security")),
              new LeadChange.LeadScored(64.5, "B2", 0.23, 51.25, "B3"),
              new LeadChange.LeadAssigned("user-1", "user-2", "user-1"),
              new LeadChange.LeadStatusChanged(
                  LeadState.Status.WORKING, LeadState.Status.NEW, "user-1"),
              new LeadChange.LeadWon(AT, "12000 EUR", "user-1"),
              new LeadChange.LeadLost(AT, "too expensive", "user-1"),
              lead(),
              new PersonaState(
                  "Small team",
                  2,
                  "site-1",
                  PersonaState.Status.APPROVED,
                  PersonaState.Maker.CRAWL,
                  "A few people who do everything themselves.",
                  List.of("less to do by hand"),
                  List.of("tickets"),
                  List.of("there are nine of us and we drown in mail"),
                  "Few hands, many letters? That is what we are for.",
                  "Learn how many tickets come in a day.",
                  List.of(
                      new PersonaState.Question(
                          "requirements.volume", "How many tickets come in a day?")),
                  List.of(new PersonaState.Button("What does it cost?", "pricing")),
                  List.of(
                      new PersonaState.Answer(
                          "pricing",
                          "What does it cost?",
                          "From 9 EUR a month for each person.",
                          "https://www.example.com/pricing"))),
              new HealthEvent.ScoreChanged(
                  "account-1",
                  64.5,
                  58.25,
                  HealthEvent.Band.AT_RISK,
                  Map.of("usage", 48.5),
                  List.of(
                      new HealthEvent.Cause("usage_growth", -5.25),
                      new HealthEvent.Cause("reweighting", -1.0))),
              new HealthEvent.BandCrossed(
                  "account-1", HealthEvent.Band.GOOD, HealthEvent.Band.AT_RISK, 58.25),
              new HealthEvent.ProvisionalChanged("account-1", true, 0.44),
              new HealthEvent.OutlookChanged("account-1", 0.62, 0.08),
              new HealthEvent.AlertOpened(
                  "account-1",
                  "alert-1",
                  HealthEvent.AlertType.HEALTH_DROP,
                  List.of("band-down"),
                  Map.of("score", 58.25)),
              new HealthEvent.AlertUpdated(
                  "account-1",
                  "alert-1",
                  HealthEvent.AlertType.COMPETITIVE_THREAT,
                  List.of("Deskly"),
                  Map.of("confidence", 0.9)),
              new HealthEvent.AlertAcknowledged(
                  "account-1", "alert-1", HealthEvent.AlertType.RENEWAL_RISK, "user-1"),
              new HealthEvent.AlertSnoozed(
                  "account-1",
                  "alert-1",
                  HealthEvent.AlertType.EXPANSION_SIGNAL,
                  "2026-03-08T09:00:00Z",
                  "user-1"),
              new HealthEvent.AlertAssigned(
                  "account-1",
                  "alert-1",
                  HealthEvent.AlertType.ENGAGEMENT_CHANGE,
                  "user-2",
                  "user-1"),
              new HealthEvent.AlertCleared(
                  "account-1", "alert-1", HealthEvent.AlertType.HEALTH_DROP, "recovered", null),
              new HealthState(
                  "Northwind",
                  "mid-market",
                  "user-1",
                  58.25,
                  HealthEvent.Band.AT_RISK,
                  0.86,
                  false,
                  Map.of("usage", 48.5),
                  Map.of("usage_growth", -0.2),
                  new HealthState.Churn(0.17, HealthState.Basis.PRIOR)),
              new IntegrationEvent.AccountSeen(
                  RECORD,
                  "Acme",
                  "acme.example",
                  "https://www.acme.example",
                  "SaaS",
                  BigDecimal.valueOf(42),
                  new BigDecimal("1200000.50"),
                  "+49 30 1234",
                  "Germany",
                  "Customer",
                  SELLER,
                  "001000000000009AAA"),
              new IntegrationEvent.ContactSeen(
                  RECORD,
                  "Nora Lee",
                  "nora@acme.example",
                  "+49 30 1235",
                  "CTO",
                  "Engineering",
                  "001000000000001AAA",
                  SELLER),
              new IntegrationEvent.LeadSeen(
                  RECORD,
                  "Nora Lee",
                  "nora@acme.example",
                  "Acme",
                  "CTO",
                  "converted",
                  "Qualified",
                  "006000000000001AAA",
                  "001000000000001AAA",
                  "003000000000001AAA",
                  SELLER),
              new IntegrationEvent.DealSeen(
                  RECORD,
                  "Acme, 40 seats",
                  "won",
                  "Closed Won",
                  new BigDecimal("18000.00"),
                  "EUR",
                  BigDecimal.ONE,
                  "2026-03-01",
                  "2026-01-12T08:00:00Z",
                  "001000000000001AAA",
                  SELLER,
                  List.of(
                      new IntegrationEvent.DealPerson(
                          "lead-7", "00Q000000000001AAA", "nora@acme.example")),
                  List.of(new IntegrationEvent.StageEntered("Discovery", "2026-01-12T08:00:00Z"))),
              new IntegrationEvent.CaseSeen(
                  RECORD,
                  "Cannot sign in",
                  "closed",
                  "p1",
                  "2026-02-01T08:00:00Z",
                  "2026-02-01T10:30:00Z",
                  "001000000000001AAA",
                  "003000000000001AAA"),
              new IntegrationEvent.UsageSeen(
                  RECORD, "acme.example", "2026-02-03", 21, 34, 40, 5, 8),
              new IntegrationEvent.InteractionSeen(
                  RECORD,
                  "email",
                  "inbound",
                  "2026-02-03T09:15:00Z",
                  "Re: your offer",
                  "We take it.",
                  List.of(
                      new IntegrationEvent.Person(null, "Nora Lee", "nora@acme.example", "theirs")),
                  "<offer-1@ours.example>",
                  "001000000000001AAA"),
              new IntegrationEvent.RecordDeleted(RECORD, "deal"),
              new IntegrationEvent.ConnectionChanged(
                  "salesforce",
                  "Our Salesforce",
                  "failing",
                  "credentials-refused",
                  "Salesforce no longer takes the secret of the connected app."))
          .collect(Collectors.toMap(Object::getClass, Function.identity()));

  private Samples() {}

  private static LeadState lead() {
    return new LeadState(
        "nora@example.com",
        "site-1",
        LeadState.Status.WORKING,
        true,
        "user-1",
        List.of("conversation-1"),
        AT,
        AT.plusSeconds(60),
        AT.plusSeconds(90),
        new LeadState.Score(64.5, 21.5, 33, "B2", 0.23, "rules-1", AT.plusSeconds(61)),
        new LeadState.Persona("small-team", "Small team", 0.72),
        0.75,
        List.of(
            new LeadState.Fact(
                "company.size",
                FieldValue.text("9"),
                "there are nine of us",
                0.9,
                "conversation-1",
                AT)),
        List.of(new LeadState.Signal("pricing", 0.9, "what does it cost", AT, AT.plusSeconds(60))),
        Map.of("need", new LeadState.Slot(FieldValue.text("less mail"), "we drown in mail")),
        List.of(
            new LeadState.Competitor(
                "Deskly", "leaving", "visitor", "we want to move away from Deskly", AT)),
        "Ask who else decides.");
  }

  /** The event of that class, in an envelope of a fixed time and place. */
  static <E> Envelope<E> of(Class<? extends E> type) {
    var event = ALL.get(type);
    if (event == null) {
      throw new AssertionError("there is no sample of " + type.getName() + "; add one");
    }
    return envelope(type.cast(event));
  }

  static <E> Envelope<E> envelope(E event) {
    return new Envelope<>(
        "conversation-1:5",
        "acme",
        "conversation-1",
        5,
        Instant.parse("2026-03-01T10:15:30.123456Z"),
        "message-9",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        event);
  }
}
