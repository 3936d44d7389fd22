package rapport.conversation.dialogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.Group;
import rapport.conversation.flow.Phase;
import rapport.conversation.flow.Rule;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Answers;

/**
 * What follows by itself from what was just decided: rules fire, values of another branch are put
 * aside or come back, a summary goes out of date, the conversation is complete or is so no more,
 * phases begin and end.
 */
final class Consequences {

  /** Rules can set off rules; a definition whose rules never rest is stopped here. */
  private static final int MAX_ROUNDS = 20;

  /** What follows from something else is less sure than what was said. */
  private static final double INFERRED = 0.6;

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  private final Draft draft;
  private final Set<Rule> holding = new HashSet<>();
  private final Set<Rule> fired = new HashSet<>();

  private Consequences(Draft draft) {
    this.draft = draft;
    draft
        .definition()
        .rules()
        .filter(rule -> rule.when().holds(draft.before()))
        .forEach(holding::add);
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
    fireRules();
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

  private void fireRules() {
    draft
        .definition()
        .rules()
        .forEach(rule -> {
          if (!rule.when().holds(draft.now())) {
            holding.remove(rule);
          } else if (holding.add(rule) || (answeredAnew(rule) && !fired.contains(rule))) {
            fired.add(rule);
            rule.effects().forEach(this::happen);
          }
        });
  }

  /** Whether a control the rule looks at was answered again, as when another person is picked. */
  private boolean answeredAnew(Rule rule) {
    return rule.when().reads().stream()
        .anyMatch(path ->
            draft.definition().field(path).filter(Field::control).isPresent()
                && draft.field(path).rev() > draft.before().rev());
  }

  private void happen(Rule.Effect effect) {
    switch (effect) {
      case Rule.ClearPrefilled(var path) -> {
        var value = draft.field(path).value();
        if (value != null && draft.now().prefilled(path)) {
          var source = new Provenance(Origin.CHAT, null, null, 1);
          draft.emit(new ConversationEvent.FieldCleared(path, value, source));
        }
      }
      case Rule.FillFromChoice(var control, var templates) ->
          entry(control)
              .forEach(chosen ->
                  draft
                      .definition()
                      .fields()
                      .filter(field -> templates.containsKey(field.path()))
                      .forEach(field -> fillFrom(chosen, field, templates)));
      case Rule.Reopen(var control) -> draft.emit(new ConversationEvent.ControlReopened(control));
      case Rule.RequestSummary(var focusControl) -> {
        if (!draft.awaitsSummary()) {
          draft.emit(new ConversationEvent.SummaryRequested(focus(focusControl)));
        }
      }
      case Rule.SeedRows(var group, var titles) -> rows().seed(group(group), titles);
      case Rule.CountRows(var group) -> {
        var control = Objects.requireNonNull(group(group).count());
        if (draft.now().value(control) instanceof FieldValue.Num(var wanted)) {
          rows().count(group(group), wanted.intValue());
        }
      }
      case Rule.SwitchMode(var mode) -> {
        var now = draft.now().standing().mode();
        if (!mode.equals(now)) {
          draft.emit(new ConversationEvent.ModeSwitched(now, mode, "rule"));
        }
      }
      case Rule.CallColleague(var reason) -> new Handoff(draft).call(reason);
      case Rule.Infer(var path, var value) ->
          draft.definition().field(path).ifPresent(field -> infer(field, value));
      case Rule.StartNext _ ->
          draft
              .nextConversation()
              .ifPresent(id -> draft.emit(new ConversationEvent.NextSessionRequested(id)));
    }
  }

  private void infer(Field field, String text) {
    if (draft.field(field.path()).open()
        && Answers.check(field, FieldValue.text(text), List.of(), draft.now().wording())
            instanceof Answer.Accepted(var value)) {
      var source = new Provenance(Origin.GENERATED, null, null, INFERRED);
      draft.emit(new ConversationEvent.FieldCaptured(field.path(), value, source));
    }
  }

  private RowChanges rows() {
    return new RowChanges(draft, new Provenance(Origin.GENERATED, null, null, 1));
  }

  private Group group(String name) {
    return Objects.requireNonNull(draft.definition().groups().get(name));
  }

  private List<String> focus(String control) {
    return draft.now().value(control) instanceof FieldValue.Tags(var tags) ? tags : List.of();
  }

  private List<Map<?, ?>> entry(String control) {
    var chosen = draft.now().value(control);
    var list = draft.definition().field(control).map(Field::optionsFrom).orElse(null);
    if (chosen == null
        || list == null
        || !(draft.now().context().get(list) instanceof List<?> entries)) {
      return List.of();
    }
    return entries.stream()
        .<Map<?, ?>>mapMulti((candidate, matching) -> {
          if (candidate instanceof Map<?, ?> named
              && chosen.display().equals(String.valueOf(named.get("name")))) {
            matching.accept(named);
          } else if (chosen.display().equals(candidate)) {
            matching.accept(Map.of("name", candidate));
          }
        })
        .limit(1)
        .toList();
  }

  private void fillFrom(Map<?, ?> chosen, Field field, Map<String, String> templates) {
    var template = Objects.requireNonNull(templates.get(field.path()));
    var complete =
        PLACEHOLDER.matcher(template).results().allMatch(m -> chosen.get(m.group(1)) != null);
    var current = draft.field(field.path()).value();
    if (!complete || (current != null && !draft.now().prefilled(field.path()))) {
      return;
    }
    var text =
        PLACEHOLDER
            .matcher(template)
            .replaceAll(m -> Matcher.quoteReplacement(String.valueOf(chosen.get(m.group(1)))));
    if (Answers.check(field, FieldValue.text(text), List.of(), draft.now().wording())
        instanceof Answer.Accepted(var value)) {
      var source = new Provenance(Origin.PREFILL, null, null, 1);
      if (current == null) {
        draft.emit(new ConversationEvent.FieldCaptured(field.path(), value, source));
      } else if (!current.equals(value)) {
        draft.emit(new ConversationEvent.FieldCorrected(field.path(), current, value, source));
      }
    }
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
