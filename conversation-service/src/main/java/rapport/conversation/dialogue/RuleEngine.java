package rapport.conversation.dialogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.Group;
import rapport.conversation.flow.Rule;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Answers;

/**
 * Fires a flow's rules: each when its condition comes to hold, not while it goes on holding; and
 * once more when a control that it looks at is answered anew.
 */
final class RuleEngine {

  /** What follows from something else is less sure than what was said. */
  private static final double INFERRED = 0.6;

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  private final Draft draft;
  private final Set<Rule> holding = new HashSet<>();
  private final Set<Rule> fired = new HashSet<>();

  RuleEngine(Draft draft) {
    this.draft = draft;
    draft
        .definition()
        .rules()
        .filter(rule -> rule.when().holds(draft.before()))
        .forEach(holding::add);
  }

  void fire() {
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
      draft.write(field.path(), value, new Provenance(Origin.GENERATED, null, null, INFERRED));
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
      draft.write(field.path(), value, new Provenance(Origin.PREFILL, null, null, 1));
    }
  }
}
