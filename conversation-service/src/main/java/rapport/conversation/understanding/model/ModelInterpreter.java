package rapport.conversation.understanding.model;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rapport.conversation.flow.Field;
import rapport.conversation.model.LanguageModel;
import rapport.conversation.model.ModelException;
import rapport.conversation.model.Prompt;
import rapport.conversation.understanding.Interpretation;
import rapport.conversation.understanding.Interpreter;
import rapport.conversation.understanding.Utterance;
import rapport.conversation.understanding.embedded.Caution;
import rapport.conversation.understanding.model.Grounding.Grounded;
import reactor.core.publisher.Mono;

/**
 * Asks a language model about messages that another interpreter is not sure of. That one always
 * goes first, and what it understood is the answer whenever the model has none.
 *
 * <p>Counts answers by what became of them ({@code rapport.llm.answers}: {@code used}, {@code
 * nothing-new}, {@code wrong-form}, {@code failed} for a mistake of ours) and values ({@code
 * rapport.llm.values}: {@code taken}, {@code ungrounded}, {@code overruled}).
 */
final class ModelInterpreter implements Interpreter {

  private static final Logger log = LoggerFactory.getLogger(ModelInterpreter.class);

  /** More answers than any message holds. */
  private static final int MOST_CLAIMS = 100;

  private final Interpreter own;
  private final LanguageModel model;
  private final Caution caution;
  private final MeterRegistry meters;
  private final Prompt prompt = Prompt.named("understand");
  private final Asking asking = new Asking(prompt);
  private final AnswerSchema schemas = new AnswerSchema();

  ModelInterpreter(Interpreter own, LanguageModel model, Caution caution, MeterRegistry meters) {
    this.own = own;
    this.model = model;
    this.caution = caution;
    this.meters = meters;
  }

  @Override
  public Mono<Interpretation> interpret(Utterance utterance) {
    return own.interpret(utterance)
        .flatMap(understood -> {
          var fields = Asking.fillable(utterance);
          var worthwhile =
              !fields.isEmpty()
                  && Asking.worthwhile(utterance, understood.acts())
                  && !caution.forTheMachine(utterance.text(), utterance.texts().locale());
          return worthwhile ? ask(utterance, fields, understood) : Mono.just(understood);
        });
  }

  private Mono<Interpretation> ask(
      Utterance utterance, List<Field> fields, Interpretation understood) {
    var schema = schemas.of(fields);
    return model
        .answer(asking.question(utterance, fields, schema))
        .map(answer ->
            schemas
                .read(answer, schema)
                .map(read -> combined(utterance, fields, understood, read))
                .orElseGet(() -> counted("wrong-form", understood)))
        .onErrorResume(ModelException.class, _ -> Mono.just(understood))
        .onErrorResume(
            RuntimeException.class,
            bug -> {
              // Without its message, which may repeat what was said.
              log.error("an answer of the language model could not be read: {}", bug.getClass());
              return Mono.just(counted("failed", understood));
            });
  }

  private Interpretation combined(
      Utterance utterance, List<Field> fields, Interpretation understood, ModelAnswer answer) {
    var grounded = grounded(utterance, fields, answer);
    var combining = new Combining(utterance, understood.acts());
    var accepted = combining.accepted(grounded);
    values("ungrounded", answer.values().size() - grounded.size());
    values("overruled", grounded.size() - accepted.size());
    values("taken", accepted.size());
    var acts = accepted.isEmpty() ? combining.asking(answer.reaction()) : combining.with(accepted);
    return acts.equals(understood.acts())
        ? counted("nothing-new", understood)
        : counted("used", new Interpretation(acts, interpreter(understood)));
  }

  private List<Grounded> grounded(Utterance utterance, List<Field> fields, ModelAnswer answer) {
    var byPath = fields.stream().collect(Collectors.toMap(Field::path, Function.identity()));
    var grounding = new Grounding(utterance, caution);
    return answer.values().stream()
        .limit(MOST_CLAIMS)
        .flatMap(claim ->
            Stream.ofNullable(byPath.get(claim.field()))
                .flatMap(field -> grounding.of(field, claim).stream()))
        .toList();
  }

  /** Both had a say: {@code embedded@1+model:qwen3-8b/understand@1}. */
  private String interpreter(Interpretation understood) {
    return understood.interpreter() + "+" + model.name() + "/" + prompt.id();
  }

  private Interpretation counted(String outcome, Interpretation interpretation) {
    meters.counter("rapport.llm.answers", "outcome", outcome).increment();
    return interpretation;
  }

  private void values(String outcome, int count) {
    meters.counter("rapport.llm.values", "outcome", outcome).increment(count);
  }
}
