package rapport.conversation.dialogue;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.Phase;

/**
 * What follows by itself from what was just decided: rules fire, values of another branch are put
 * aside or come back, a summary goes out of date, the conversation is complete or is so no more,
 * phases begin and end.
 */
final class Consequences {

  /** Rules can set off rules; a definition whose rules never rest is stopped here. */
  private static final int MAX_ROUNDS = 20;

  private final Draft draft;
  private final RuleEngine rules;

  private Consequences(Draft draft) {
    this.draft = draft;
    this.rules = new RuleEngine(draft);
  }

  static void settle(Draft draft) {
    var consequences = new Consequences(draft);
    consequences.implyReadiness();
    consequences.captureEmails();
    for (var round = 0; round < MAX_ROUNDS && consequences.round(); round++) {}
    consequences.outdateSummary();
    consequences.announcePhases();
  }

  /** Whether anything happened. */
  private boolean round() {
    var before = draft.now().rev();
    rules.fire();
    parkAndRestore();
    completeOrResume();
    return draft.now().rev() != before;
  }

  private void implyReadiness() {
    var answered =
        draft
            .definition()
            .fields()
            .anyMatch(field ->
                !field.implied()
                    && !draft.field(field.path()).open()
                    && draft.field(field.path()).rev() > draft.before().rev()
                    && !draft.now().prefilled(field.path()));
    if (answered) {
      draft
          .definition()
          .fields()
          .filter(field -> field.implied() && draft.field(field.path()).open())
          .forEach(field ->
              draft.emit(
                  new ConversationEvent.ControlAnswered(
                      field.path(),
                      new FieldValue.Flag(true),
                      new Provenance(Origin.GENERATED, null, null, 1))));
    }
  }

  /** A new address somebody gave to be reached at. */
  private void captureEmails() {
    draft
        .definition()
        .fields()
        .filter(field -> field.consent() != null && field.type() == FieldType.EMAIL)
        .forEach(field -> {
          var state = draft.field(field.path());
          if (state.value() != null
              && !state.value().equals(draft.before().field(field.path()).value())) {
            draft.emit(
                new ConversationEvent.EmailCaptured(
                    field.path(), state.value().display(), consent(field, state)));
          }
        });
  }

  /** Only who typed the address agreed to anything. */
  private ConversationEvent.@Nullable Consent consent(Field field, FieldState state) {
    if (field.consent() == null || state.source() == null || state.source().by() != Origin.CHAT) {
      return null;
    }
    var shown = draft.before().interview().attempts(List.of(field.path())) > 0;
    return new ConversationEvent.Consent(field.consent(), draft.now().locale(), shown);
  }

  private void parkAndRestore() {
    draft
        .definition()
        .fields()
        .filter(field -> !field.control())
        .forEach(field -> {
          var state = draft.field(field.path());
          var applies = field.appliesTo(draft.now());
          if (!applies && !state.parked() && !state.open()) {
            draft.emit(new ConversationEvent.FieldParked(field.path()));
          } else if (applies && state.parked()) {
            draft.emit(new ConversationEvent.FieldRestored(field.path(), state.value()));
          }
        });
  }

  private void completeOrResume() {
    var now = draft.now();
    var missing = Agenda.missing(draft.definition(), now);
    if (draft.definition().conduct().openEnded()) {
      if (now.completed() && draft.has(ConversationEvent.MessageReceived.class)) {
        draft.emit(new ConversationEvent.SessionResumed());
      }
      return;
    }
    if (now.completed() && !missing.isEmpty()) {
      draft.emit(new ConversationEvent.SessionResumed());
    } else if (!now.completed()
        && !draft.awaitsSummary()
        && missing.isEmpty()
        && Agenda.of(draft.definition(), now).isEmpty()) {
      draft.emit(new ConversationEvent.SessionCompleted());
    }
  }

  private void outdateSummary() {
    var summary = draft.now().summary();
    if (summary == null || summary.outdated()) {
      return;
    }
    var changed =
        draft
            .definition()
            .fields()
            .filter(
                field -> !field.control() && !field.generated() && field.type() != FieldType.IMAGE)
            .anyMatch(field ->
                !Objects.equals(
                    draft.now().value(field.path()), draft.before().value(field.path())));
    var regrouped = !draft.now().rowIds().equals(draft.before().rowIds());
    if ((changed || regrouped) && !draft.has(ConversationEvent.SummaryProduced.class)) {
      draft.emit(new ConversationEvent.SummaryOutdated());
    }
  }

  private void announcePhases() {
    var agenda = Agenda.of(draft.definition(), draft.now());
    var open = new HashSet<String>();
    agenda.items().forEach(item -> open.add(item.phase().id()));
    var reached = true;
    var mode = draft.now().standing().mode();
    for (var phase : draft.definition().phases().stream().filter(one -> one.isOn(mode)).toList()) {
      var completed = draft.now().interview().completed().contains(phase.id());
      if (open.contains(phase.id())) {
        reached = false;
        if (completed) {
          draft.emit(new ConversationEvent.PhaseReopened(phase.id()));
        }
      } else if (lacksRows(phase)) {
        reached = false;
      } else if (!completed && reached) {
        if (phase.steps().isEmpty()) {
          draft.emit(new ConversationEvent.PhaseEntered(phase.id()));
        }
        draft.emit(new ConversationEvent.PhaseCompleted(phase.id()));
      }
    }
    var current = agenda.phase();
    if (current != null && !current.equals(draft.now().interview().phase())) {
      draft.emit(new ConversationEvent.PhaseEntered(current));
    }
  }

  /** Without rows a phase that asks about them has nothing to ask, and is not done either. */
  private boolean lacksRows(Phase phase) {
    return draft.definition().groups().values().stream()
        .anyMatch(group -> phase.asks(group.name()) && Agenda.isShort(group, draft.now()));
  }
}
