package rapport.contracts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The events of one topic and their names on the wire. The names are written by hand, so renaming a
 * class cannot break a reader.
 *
 * @param topic the Kafka topic
 * @param source the CloudEvents {@code source}: who publishes
 * @param types wire name to event class; every name is {@code rapport.<context>.<past-tense>.v<n>}
 */
public record EventCatalog<E>(String topic, String source, Map<String, Class<? extends E>> types) {

  private static final Pattern NAME =
      Pattern.compile("rapport\\.[a-z]+\\.[a-z]+(-[a-z]+)*\\.v\\d+");

  public EventCatalog {
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    types.keySet().stream()
        .filter(name -> !NAME.matcher(name).matches())
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException("not a wire name: " + name);
        });
    if (types.values().stream().distinct().count() != types.size()) {
      throw new IllegalArgumentException("an event class stands for two wire names");
    }
  }

  /** The events of conversation-service. */
  public static final EventCatalog<ConversationEvent> CONVERSATION =
      new Names<ConversationEvent>()
          .add("rapport.conversation.session-started.v1", ConversationEvent.SessionStarted.class)
          .add("rapport.conversation.session-resumed.v1", ConversationEvent.SessionResumed.class)
          .add(
              "rapport.conversation.session-completed.v1", ConversationEvent.SessionCompleted.class)
          .add(
              "rapport.conversation.next-session-requested.v1",
              ConversationEvent.NextSessionRequested.class)
          .add("rapport.conversation.phase-entered.v1", ConversationEvent.PhaseEntered.class)
          .add("rapport.conversation.phase-completed.v1", ConversationEvent.PhaseCompleted.class)
          .add("rapport.conversation.phase-reopened.v1", ConversationEvent.PhaseReopened.class)
          .add("rapport.conversation.question-asked.v1", ConversationEvent.QuestionAsked.class)
          .add(
              "rapport.conversation.question-withdrawn.v1",
              ConversationEvent.QuestionWithdrawn.class)
          .add("rapport.conversation.field-captured.v1", ConversationEvent.FieldCaptured.class)
          .add("rapport.conversation.field-corrected.v1", ConversationEvent.FieldCorrected.class)
          .add("rapport.conversation.field-cleared.v1", ConversationEvent.FieldCleared.class)
          .add("rapport.conversation.field-skipped.v1", ConversationEvent.FieldSkipped.class)
          .add("rapport.conversation.field-unknown.v1", ConversationEvent.FieldUnknown.class)
          .add("rapport.conversation.field-rejected.v1", ConversationEvent.FieldRejected.class)
          .add("rapport.conversation.field-parked.v1", ConversationEvent.FieldParked.class)
          .add("rapport.conversation.field-restored.v1", ConversationEvent.FieldRestored.class)
          .add("rapport.conversation.field-suggested.v1", ConversationEvent.FieldSuggested.class)
          .add(
              "rapport.conversation.suggestion-dismissed.v1",
              ConversationEvent.SuggestionDismissed.class)
          .add(
              "rapport.conversation.clarification-asked.v1",
              ConversationEvent.ClarificationAsked.class)
          .add("rapport.conversation.field-conflicted.v1", ConversationEvent.FieldConflicted.class)
          .add("rapport.conversation.control-answered.v1", ConversationEvent.ControlAnswered.class)
          .add("rapport.conversation.control-reopened.v1", ConversationEvent.ControlReopened.class)
          .add(
              "rapport.conversation.revisit-requested.v1", ConversationEvent.RevisitRequested.class)
          .add(
              "rapport.conversation.digression-handled.v1",
              ConversationEvent.DigressionHandled.class)
          .add(
              "rapport.conversation.summary-requested.v1", ConversationEvent.SummaryRequested.class)
          .add("rapport.conversation.summary-produced.v1", ConversationEvent.SummaryProduced.class)
          .add("rapport.conversation.summary-outdated.v1", ConversationEvent.SummaryOutdated.class)
          .add("rapport.conversation.message-received.v1", ConversationEvent.MessageReceived.class)
          .add("rapport.conversation.turn-undone.v1", ConversationEvent.TurnUndone.class)
          .add("rapport.conversation.field-reset.v1", ConversationEvent.FieldReset.class)
          .add("rapport.conversation.item-added.v1", ConversationEvent.ItemAdded.class)
          .add("rapport.conversation.item-removed.v1", ConversationEvent.ItemRemoved.class)
          .add("rapport.conversation.item-moved.v1", ConversationEvent.ItemMoved.class)
          .add("rapport.conversation.flow-migrated.v1", ConversationEvent.FlowMigrated.class)
          .add("rapport.conversation.language-changed.v1", ConversationEvent.LanguageChanged.class)
          .add("rapport.conversation.mode-switched.v1", ConversationEvent.ModeSwitched.class)
          .add("rapport.conversation.persona-assessed.v1", ConversationEvent.PersonaAssessed.class)
          .add("rapport.conversation.intent-assessed.v1", ConversationEvent.IntentAssessed.class)
          .add("rapport.conversation.email-captured.v1", ConversationEvent.EmailCaptured.class)
          .add(
              "rapport.conversation.question-answered.v1", ConversationEvent.QuestionAnswered.class)
          .add(
              "rapport.conversation.question-left-open.v1",
              ConversationEvent.QuestionLeftOpen.class)
          .add("rapport.conversation.reply-produced.v1", ConversationEvent.ReplyProduced.class)
          .add("rapport.conversation.colleague-called.v1", ConversationEvent.ColleagueCalled.class)
          .add("rapport.conversation.agent-joined.v1", ConversationEvent.AgentJoined.class)
          .add("rapport.conversation.agent-replied.v1", ConversationEvent.AgentReplied.class)
          .add("rapport.conversation.agent-left.v1", ConversationEvent.AgentLeft.class)
          .on("rapport.conversation.events", "/rapport/conversation-service");

  /** The events of profile-service. */
  public static final EventCatalog<ProfileEvent> PROFILE =
      new Names<ProfileEvent>()
          .add("rapport.profile.profile-started.v1", ProfileEvent.ProfileStarted.class)
          .add("rapport.profile.profile-changed.v1", ProfileEvent.ProfileChanged.class)
          .add("rapport.profile.profile-completed.v1", ProfileEvent.ProfileCompleted.class)
          .add("rapport.profile.profile-reopened.v1", ProfileEvent.ProfileReopened.class)
          .on("rapport.profile.events", "/rapport/profile-service");

  /** The events of lead-intelligence-service. */
  public static final EventCatalog<LeadEvent> LEAD =
      new Names<LeadEvent>()
          .add("rapport.lead.visitor-assessed.v1", LeadEvent.VisitorAssessed.class)
          .add("rapport.lead.lead-opened.v1", LeadChange.LeadOpened.class)
          .add("rapport.lead.lead-enriched.v1", LeadChange.LeadEnriched.class)
          .add("rapport.lead.lead-scored.v1", LeadChange.LeadScored.class)
          .add("rapport.lead.lead-assigned.v1", LeadChange.LeadAssigned.class)
          .add("rapport.lead.lead-status-changed.v1", LeadChange.LeadStatusChanged.class)
          .add("rapport.lead.lead-won.v1", LeadChange.LeadWon.class)
          .add("rapport.lead.lead-lost.v1", LeadChange.LeadLost.class)
          .on("rapport.lead.events", "/rapport/lead-intelligence-service");

  /** What profile-service tells of people. */
  public static final EventCatalog<PersonEvent> PERSON =
      new Names<PersonEvent>()
          .add("rapport.person.person-known.v1", PersonEvent.PersonKnown.class)
          .add("rapport.person.person-changed.v1", PersonEvent.PersonChanged.class)
          .add("rapport.person.person-merged.v1", PersonEvent.PersonMerged.class)
          .add("rapport.person.person-unmerged.v1", PersonEvent.PersonUnmerged.class)
          .on("rapport.person.events", "/rapport/profile-service");

  /** What profile-service tells of accounts. */
  public static final EventCatalog<AccountSignal> ACCOUNT =
      new Names<AccountSignal>()
          .add("rapport.account.account-recorded.v1", AccountSignal.AccountRecorded.class)
          .add("rapport.account.account-archived.v1", AccountSignal.AccountArchived.class)
          .add("rapport.account.lifecycle-moved.v1", AccountSignal.LifecycleMoved.class)
          .add("rapport.account.contact-recorded.v1", AccountSignal.ContactRecorded.class)
          .add("rapport.account.champion-assessed.v1", AccountSignal.ChampionAssessed.class)
          .add("rapport.account.interaction-logged.v1", AccountSignal.InteractionLogged.class)
          .add("rapport.account.interaction-withdrawn.v1", AccountSignal.InteractionWithdrawn.class)
          .add("rapport.account.competitor-mentioned.v1", AccountSignal.CompetitorMentioned.class)
          .add("rapport.account.usage-reported.v1", AccountSignal.UsageReported.class)
          .add("rapport.account.ticket-recorded.v1", AccountSignal.TicketRecorded.class)
          .add("rapport.account.goal-recorded.v1", AccountSignal.GoalRecorded.class)
          .add("rapport.account.roi-measured.v1", AccountSignal.RoiMeasured.class)
          .add("rapport.account.nps-answered.v1", AccountSignal.NpsAnswered.class)
          .add("rapport.account.contract-recorded.v1", AccountSignal.ContractRecorded.class)
          .add("rapport.account.deal-recorded.v1", AccountSignal.DealRecorded.class)
          .on("rapport.account.signals", "/rapport/profile-service");

  /** The events of health-score-service. */
  public static final EventCatalog<HealthEvent> HEALTH =
      new Names<HealthEvent>()
          .add("rapport.health.score-changed.v1", HealthEvent.ScoreChanged.class)
          .add("rapport.health.band-crossed.v1", HealthEvent.BandCrossed.class)
          .add("rapport.health.provisional-changed.v1", HealthEvent.ProvisionalChanged.class)
          .add("rapport.health.outlook-changed.v1", HealthEvent.OutlookChanged.class)
          .add("rapport.health.alert-opened.v1", HealthEvent.AlertOpened.class)
          .add("rapport.health.alert-updated.v1", HealthEvent.AlertUpdated.class)
          .add("rapport.health.alert-acknowledged.v1", HealthEvent.AlertAcknowledged.class)
          .add("rapport.health.alert-snoozed.v1", HealthEvent.AlertSnoozed.class)
          .add("rapport.health.alert-assigned.v1", HealthEvent.AlertAssigned.class)
          .add("rapport.health.alert-cleared.v1", HealthEvent.AlertCleared.class)
          .on("rapport.health.events", "/rapport/health-score-service");

  /** What integrations-service tells of automations and tasks. */
  public static final EventCatalog<AutomationEvent> AUTOMATION =
      new Names<AutomationEvent>()
          .add("rapport.automation.run-started.v1", AutomationEvent.RunStarted.class)
          .add("rapport.automation.step-done.v1", AutomationEvent.StepDone.class)
          .add("rapport.automation.step-failed.v1", AutomationEvent.StepFailed.class)
          .add("rapport.automation.run-finished.v1", AutomationEvent.RunFinished.class)
          .add("rapport.automation.task-created.v1", AutomationEvent.TaskCreated.class)
          .add("rapport.automation.task-assigned.v1", AutomationEvent.TaskAssigned.class)
          .add("rapport.automation.task-completed.v1", AutomationEvent.TaskCompleted.class)
          .add("rapport.automation.task-reopened.v1", AutomationEvent.TaskReopened.class)
          .on("rapport.automation.events", "/rapport/integrations-service");

  /** Wire names in the order they are listed in. */
  static final class Names<E> {
    private final Map<String, Class<? extends E>> types = new LinkedHashMap<>();

    Names<E> add(String name, Class<? extends E> type) {
      types.put(name, type);
      return this;
    }

    EventCatalog<E> on(String topic, String source) {
      return new EventCatalog<>(topic, source, types);
    }
  }
}
