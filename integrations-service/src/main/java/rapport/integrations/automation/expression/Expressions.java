package rapport.integrations.automation.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rapport.integrations.automation.Condition;
import rapport.integrations.automation.Truth;
import rapport.integrations.automation.Vocabulary;
import rapport.integrations.automation.Vocabulary.Kind;
import rapport.integrations.automation.Vocabulary.Word;

/**
 * Reads conditions: CEL over the facts of the {@link Vocabulary}, where numbers of any kind may be
 * compared and {@code 50%} is a ratio. What is accepted here can be evaluated.
 */
public final class Expressions {

  private static final int LONGEST = 1_000;

  private static final CelOptions OPTIONS =
      CelOptions.current().enableHeterogeneousNumericComparisons(true).build();
  private static final CelCompiler COMPILER = compiler();
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS).build();

  private Expressions() {}

  private static CelCompiler compiler() {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setResultType(SimpleType.BOOL);
    Vocabulary.list().stream()
        .filter(word -> word.kind() != Kind.EVENT)
        .forEach(word -> builder.addVar(word.name(), type(word)));
    return builder.build();
  }

  private static CelType type(Word word) {
    return switch (word.kind()) {
      case NUMBER -> SimpleType.DOUBLE;
      case TEXT -> SimpleType.STRING;
      case FLAG -> SimpleType.BOOL;
      case EVENT -> throw new IllegalArgumentException("an event has no value");
    };
  }

  /** Reads a condition of at most 1,000 characters. */
  public static Expression read(String text) {
    if (text.length() > LONGEST) {
      return invalid(LONGEST, "malformed-condition", "At most " + LONGEST + " characters.");
    }
    var read = Percents.read(text);
    var result = COMPILER.compile(read.plain());
    if (result.hasError()) {
      return new Expression.Invalid(
          result.getErrors().stream().map(issue -> fault(issue, read)).toList());
    }
    var subjects =
        read.names().stream()
            .flatMap(name -> Vocabulary.named(name).stream())
            .map(Word::subject)
            .collect(Collectors.toSet());
    if (subjects.isEmpty()) {
      return invalid(0, "not-a-condition", "It depends on nothing.");
    }
    if (subjects.size() > 1) {
      return invalid(
          0, "mixed-subjects", "It is about " + String.join(" and ", subjects) + " at once.");
    }
    try {
      return new Expression.Valid(condition(result.getAst()), subjects.iterator().next());
    } catch (CelValidationException | CelEvaluationException e) {
      return invalid(0, "malformed-condition", String.valueOf(e.getMessage()));
    }
  }

  private static Condition condition(CelAbstractSyntaxTree tree) throws CelEvaluationException {
    var program = RUNTIME.createProgram(tree);
    return facts -> truth(program, facts);
  }

  /** What cannot be computed, for a fact that is missing or a division by zero, is unknown. */
  private static Truth truth(CelRuntime.Program program, Map<String, Object> facts) {
    try {
      return program.eval(facts) instanceof Boolean holds
          ? holds ? Truth.TRUE : Truth.FALSE
          : Truth.UNKNOWN;
    } catch (CelEvaluationException _) {
      return Truth.UNKNOWN;
    }
  }

  private static Expression invalid(int offset, String code, String detail) {
    return new Expression.Invalid(List.of(new Expression.Fault(offset, code, detail)));
  }

  private static Expression.Fault fault(CelIssue issue, Percents.Read read) {
    var message =
        issue.getMessage().replace(" (in container '')", "").replaceFirst(" \\(candidates: .*", "");
    var code =
        message.startsWith("undeclared reference")
            ? "unknown-name"
            : message.startsWith("expected type 'bool'")
                ? "not-a-condition"
                : "malformed-condition";
    var offset =
        offset(read.plain(), issue.getSourceLocation().getLine())
            + Math.max(0, issue.getSourceLocation().getColumn());
    return new Expression.Fault(read.origin(offset), code, message);
  }

  /** Where a line, from 1, begins. */
  private static int offset(String text, int line) {
    var begin = 0;
    for (var before = 1; before < line; before++) {
      begin = text.indexOf('\n', begin) + 1;
    }
    return begin;
  }
}
