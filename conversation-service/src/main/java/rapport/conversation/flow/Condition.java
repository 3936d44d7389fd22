package rapport.conversation.flow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/**
 * A guard of the flow language. It is total: it always has an answer, looks at nothing but {@link
 * Facts}, and an absent value equals nothing but {@code null}.
 *
 * <pre>
 * b2b_b2c == 'B2B'
 * context.onboarding_team_members &amp;&amp; !closed(job_title)
 * type in ['Custom', 'End User'] || completed()
 * intent.score &gt;= 0.6
 * </pre>
 */
public sealed interface Condition {

  boolean holds(Facts facts);

  /** The fields and controls it looks at. */
  Set<String> reads();

  /** The guard in its own language; parsing it gives an equal guard. */
  default String expression() {
    return switch (this) {
      case Present(var path) -> path;
      case OneOf(var path, var texts, var orAbsent) ->
          Stream.concat(
                  texts.stream().sorted().map(text -> "'" + text + "'"),
                  orAbsent ? Stream.of("null") : Stream.empty())
              .collect(Collectors.joining(", ", path + " in [", "]"));
      case AtLeast(var path, var least) -> path + " >= " + least.toPlainString();
      case Prefilled(var path) -> "prefilled(" + path + ")";
      case Closed(var path) -> "closed(" + path + ")";
      case Completed() -> "completed()";
      case Not(var condition) -> "!(" + condition.expression() + ")";
      case And(var all) ->
          all.stream().map(Condition::expression).collect(Collectors.joining(" && ", "(", ")"));
      case Or(var any) ->
          any.stream().map(Condition::expression).collect(Collectors.joining(" || ", "(", ")"));
    };
  }

  /** The guard that always holds. */
  static Condition always() {
    return new And(List.of());
  }

  /** A field, control or {@code context.} entry is present, and not "no". */
  record Present(String path) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      var text = text(path, facts);
      return text != null && !text.isEmpty() && !text.equals("no");
    }

    @Override
    public Set<String> reads() {
      return fieldOf(path);
    }
  }

  /** The value is one of these; {@code null} stands for absent. */
  record OneOf(String path, Set<String> texts, boolean orAbsent) implements Condition {
    public OneOf {
      texts = Set.copyOf(texts);
    }

    @Override
    public boolean holds(Facts facts) {
      var text = text(path, facts);
      return text == null ? orAbsent : texts.contains(text);
    }

    @Override
    public Set<String> reads() {
      return fieldOf(path);
    }
  }

  /** The value is a number and not below {@code least}. */
  record AtLeast(String path, BigDecimal least) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return facts.value(path) instanceof FieldValue.Num(var number)
          && number.compareTo(least) >= 0;
    }

    @Override
    public Set<String> reads() {
      return Set.of(path);
    }
  }

  record Prefilled(String path) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return facts.prefilled(path);
    }

    @Override
    public Set<String> reads() {
      return Set.of(path);
    }
  }

  record Closed(String path) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return facts.closed(path);
    }

    @Override
    public Set<String> reads() {
      return Set.of(path);
    }
  }

  record Completed() implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return facts.completed();
    }

    @Override
    public Set<String> reads() {
      return Set.of();
    }
  }

  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return !condition.holds(facts);
    }

    @Override
    public Set<String> reads() {
      return condition.reads();
    }
  }

  record And(List<Condition> all) implements Condition {
    public And {
      all = List.copyOf(all);
    }

    @Override
    public boolean holds(Facts facts) {
      return all.stream().allMatch(condition -> condition.holds(facts));
    }

    @Override
    public Set<String> reads() {
      return union(all);
    }
  }

  record Or(List<Condition> any) implements Condition {
    public Or {
      any = List.copyOf(any);
    }

    @Override
    public boolean holds(Facts facts) {
      return any.stream().anyMatch(condition -> condition.holds(facts));
    }

    @Override
    public Set<String> reads() {
      return union(any);
    }
  }

  private static Set<String> union(List<Condition> conditions) {
    return conditions.stream()
        .flatMap(condition -> condition.reads().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> fieldOf(String path) {
    return path.startsWith("context.") ? Set.of() : Set.of(path);
  }

  private static @Nullable String text(String path, Facts facts) {
    if (path.startsWith("context.")) {
      return facts.context(path.substring("context.".length()));
    }
    var value = facts.value(path);
    return value == null ? null : value.display();
  }
}
