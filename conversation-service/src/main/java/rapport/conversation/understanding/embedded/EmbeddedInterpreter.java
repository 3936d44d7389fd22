package rapport.conversation.understanding.embedded;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.understanding.Interpretation;
import rapport.conversation.understanding.Interpreter;
import rapport.conversation.understanding.Utterance;
import rapport.conversation.understanding.embedded.Lists.Part;
import rapport.conversation.value.Answer;
import reactor.core.publisher.Mono;

/**
 * Understands messages without leaving the process: deterministic, in time linear in the length of
 * the message, well below a millisecond for what people write.
 */
public final class EmbeddedInterpreter implements Interpreter {

  /** Name and version, as told in {@link Interpretation#interpreter()}. */
  public static final String NAME = "embedded@1";

  private static final int MOST_SECOND_THOUGHTS = 5;

  private final Languages languages;
  private final LanguageWishes wishes;
  private final Likeness likeness;
  private final LoadingCache<FlowTexts, FieldNames> names;

  private EmbeddedInterpreter(Languages languages, Likeness likeness) {
    this.languages = languages;
    this.wishes = new LanguageWishes(languages.byName().values());
    this.likeness = likeness;
    // Weak keys are compared by identity: texts are loaded once and large to compare.
    this.names =
        Caffeine.newBuilder()
            .weakKeys()
            .build(texts -> new FieldNames(texts, languages.of(texts.locale())));
  }

  /**
   * An interpreter for some languages. It takes a message to be in the language of the flow's
   * texts, and in the first of its own when it does not know that one.
   *
   * @param tags languages there are files for, such as {@code en}; at least one
   * @throws IllegalArgumentException when there is no file for one of them
   */
  public static EmbeddedInterpreter of(List<String> tags) {
    return of(tags, Likeness.none());
  }

  /**
   * An interpreter that also compares sentences by what they mean.
   *
   * @param tags as in {@link #of(List)}
   */
  public static EmbeddedInterpreter of(List<String> tags, Likeness likeness) {
    return new EmbeddedInterpreter(Languages.read(tags), likeness);
  }

  /** An interpreter for one language. */
  public static EmbeddedInterpreter of(String tag) {
    return of(List.of(tag));
  }

  /** What must not be taken for an answer, in the languages of this interpreter. */
  public Caution caution() {
    return new Caution(languages);
  }

  @Override
  public Mono<Interpretation> interpret(Utterance utterance) {
    return Mono.fromSupplier(() -> new Interpretation(acts(utterance), NAME));
  }

  /** What the message means; never empty. */
  public List<Act> acts(Utterance utterance) {
    var spoken = languages.of(utterance.texts().locale());
    return wishes
        .in(utterance.text(), spoken)
        .map(wish -> withWish(wish, utterance, spoken))
        .orElseGet(() -> acts(utterance, spoken));
  }

  /**
   * What is said beside the wish for another language counts when it is in the language that was
   * spoken so far; in another one it would be misunderstood.
   */
  private List<Act> withWish(LanguageWishes.Wish wish, Utterance utterance, Language spoken) {
    var acts = new ArrayList<Act>();
    acts.add(new Act.SwitchLanguage(wish.language()));
    if (!wish.rest().isEmpty() && wish.saidIn().tag().equals(spoken.tag())) {
      acts(utterance.saying(wish.rest()), spoken).stream()
          .filter(act -> !(act instanceof Act.NotUnderstood || act instanceof Act.SmallTalk))
          .forEach(acts::add);
    }
    return acts;
  }

  private List<Act> acts(Utterance utterance, Language spoken) {
    var reading = Reading.of(utterance, spoken, names.get(utterance.texts()));
    if (!utterance.unclear().isEmpty()) {
      var meant = new WhichOne(reading).read();
      if (meant.isPresent()) {
        return withRest(meant.get(), reading);
      }
    }
    var currency = new ArrayList<String>();
    var settled = settled(reading, currency);
    var acts = inCurrency(acts(settled), settled, currency);
    var unchanged = settled.utterance().text().equals(utterance.text());
    var meant = unchanged || quotes(acts, utterance.text()) ? acts : acts(reading);
    return withoutRest(new Doubts(reading, meanings(reading)).settled(meant));
  }

  /** "What did we put for her age? I forgot": what was understood counts, and not the rest. */
  private static List<Act> withoutRest(List<Act> acts) {
    var understood = acts.stream().filter(act -> !(act instanceof Act.NotUnderstood)).toList();
    return understood.isEmpty() ? acts : understood;
  }

  private Optional<Meanings> meanings(Reading reading) {
    return likeness.of(reading.language(), reading.utterance().texts());
  }

  /** What was meant, and what was said besides. */
  private List<Act> withRest(WhichOne.Answer meant, Reading reading) {
    if (meant.rest().empty()) {
      return List.of(meant.act());
    }
    var rest = acts(reading.utterance().saying(reading.quote(meant.rest())), reading.language());
    return Stream.concat(
            Stream.of(meant.act()),
            rest.stream()
                .filter(act -> !(act instanceof Act.Unsure) && !(act instanceof Act.NotUnderstood)))
        .toList();
  }

  private List<Act> acts(Reading reading) {
    return reading.utterance().groups().isEmpty()
        ? understood(reading)
        : new RowTurn(reading, this::understood).acts();
  }

  /** What is said about one row, or about none. */
  private List<Act> understood(Reading reading) {
    var parts = new Lists(reading).parts();
    return parts.isPresent()
        ? parts.get().stream().flatMap(part -> part(reading, part)).toList()
        : reading.inRow()
            ? new RowAnswers(reading).acts()
            : new Turn(reading, meanings(reading)).acts();
  }

  /** Sums that were first told in a currency: "$80k, no, 90k". */
  private static List<Act> inCurrency(List<Act> acts, Reading reading, List<String> currency) {
    if (currency.isEmpty()) {
      return acts;
    }
    return acts.stream()
        .map(act ->
            act instanceof Act.Fill fill
                ? new Act.Fill(
                    fill.path(),
                    inCurrency(fill.path(), fill.value(), reading, currency.getLast()),
                    fill.quote(),
                    fill.confidence())
                : act instanceof Act.Correct correct
                    ? new Act.Correct(
                        correct.path(),
                        inCurrency(correct.path(), correct.value(), reading, currency.getLast()),
                        correct.quote(),
                        correct.confidence())
                    : act)
        .toList();
  }

  private static FieldValue inCurrency(
      String path, FieldValue value, Reading reading, String currency) {
    var field = reading.fields().get(path);
    return field != null
            && field.type() == FieldType.MONEY
            && value.display().chars().noneMatch(Character::isLetter)
            && reading.check(field, FieldValue.text(value.display() + " " + currency))
                instanceof Answer.Accepted(var sum)
        ? sum
        : value;
  }

  /**
   * The message without what it takes back itself.
   *
   * @param currency takes the currencies of sums that were taken back
   */
  private Reading settled(Reading said, List<String> currency) {
    var reading = said;
    for (var i = 0; i < MOST_SECOND_THOUGHTS; i++) {
      var shorter = new SecondThoughts(reading).settled();
      if (shorter.isEmpty()) {
        break;
      }
      var text = shorter.get().text();
      reading = Reading.of(said.utterance().saying(text), said.language(), said.names());
      Optional.of(shorter.get().currency()).filter(sum -> !sum.isEmpty()).ifPresent(currency::add);
    }
    return reading;
  }

  /** Whether everything that was understood was said in these words and without a gap. */
  private static boolean quotes(List<Act> acts, String text) {
    return acts.stream()
        .allMatch(act ->
            switch (act) {
              case Act.Fill fill -> text.contains(fill.quote());
              case Act.Correct correct -> text.contains(correct.quote());
              case Act.Unsure unsure -> text.contains(unsure.quote());
              case Act.Misfit misfit -> text.contains(misfit.said());
              case Act.AddItem add -> text.contains(add.quote());
              case Act.RemoveItem remove -> text.contains(remove.quote());
              case Act.MoveItem move -> text.contains(move.quote());
              case Act.NotUnderstood _ -> false;
              default -> true;
            });
  }

  /** One item of a list, understood as the answer to its question and to nothing else. */
  private Stream<Act> part(Reading reading, Part part) {
    var said = reading.utterance();
    var alone =
        new Utterance(
            reading.quote(part.span()),
            List.of(part.field()),
            List.of(part.field()),
            said.values(),
            said.choices(),
            List.of(),
            said.groups(),
            said.texts());
    var only = Reading.of(alone, reading.language(), reading.names(), reading.about());
    return understood(only).stream()
        .map(act ->
            switch (act) {
              case Act.Skip _ -> new Act.Skip(List.of(part.field().path()));
              case Act.DontKnow _ -> new Act.DontKnow(List.of(part.field().path()));
              default -> act;
            });
  }
}
